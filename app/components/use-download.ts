import { useState } from "react";
import { saveFile } from "./save-file.ts";

export interface Download {
  state: "idle" | "loading" | "failed";
  start(address: string, name: string): void;
}

/** A file of the app that is saved, and how that goes. */
export function useDownload(): Download {
  const [state, setState] = useState<Download["state"]>("idle");
  const start = async (address: string, name: string) => {
    setState("loading");
    setState((await saveFile(address, name)) ? "idle" : "failed");
  };
  return { state, start: (address, name) => void start(address, name) };
}
