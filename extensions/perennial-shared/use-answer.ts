import { useCallback, useEffect, useState } from "preact/hooks";
import type { Told, Trouble } from "./app-client.ts";

export type Answer<Body> =
  | { state: "loading" }
  | { state: "ready"; body: Body }
  | { state: "failed"; trouble: Trouble; text: string | null };

export interface Asked<Body> {
  answer: Answer<Body>;
  /** Asks once more; what is shown stays until then, unless it was a failure. */
  again: () => void;
}

/** Asks once when the surface appears, and again on wish. `question` has to stay the same function between renders. */
export function useAnswer<Body>(question: () => Promise<Told<Body>>): Asked<Body> {
  const [answer, setAnswer] = useState<Answer<Body>>({ state: "loading" });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let over = false;
    void question().then((told) => {
      if (over) return;
      if (told.ok) setAnswer({ state: "ready", body: told.body });
      else setAnswer({ state: "failed", trouble: told.trouble, text: told.text });
    });
    return () => {
      over = true;
    };
  }, [question, turn]);
  const again = useCallback(() => {
    setAnswer((before) => (before.state === "ready" ? before : { state: "loading" }));
    setTurn((before) => before + 1);
  }, []);
  return { answer, again };
}
