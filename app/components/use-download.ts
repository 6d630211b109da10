import { useState } from "react";

export interface Download {
  state: "idle" | "loading" | "failed";
  start(address: string, name: string): void;
}

/** A link would leave without the token that says who asks; what the page itself fetches carries it. */
export function useDownload(): Download {
  const [state, setState] = useState<Download["state"]>("idle");
  const start = async (address: string, name: string) => {
    setState("loading");
    setState((await save(address, name)) ? "idle" : "failed");
  };
  return { state, start: (address, name) => void start(address, name) };
}

async function save(address: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    if (!response.ok) return false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
