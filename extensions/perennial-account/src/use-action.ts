import { useCallback, useState } from "preact/hooks";
import type { Done } from "../../perennial-shared/app-answers.ts";
import type { Told } from "../../perennial-shared/app-client.ts";

/** How an action went, in words: the app's own sentence, or `unreachable`, or `busy`. */
export interface Outcome {
  good: boolean;
  text: string;
}

export interface Action<Body> {
  busy: boolean;
  outcome: Outcome | null;
  run: (send: () => Promise<Told<Body>>) => Promise<Body | null>;
}

/** One thing a member does here: at most one at a time, and what came of it stays to be read. */
export function useAction<Body extends Done>(t: (key: string) => string): Action<Body> {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = useCallback(
    async (send: () => Promise<Told<Body>>) => {
      setBusy(true);
      setOutcome(null);
      const told = await send();
      setBusy(false);
      if (!told.ok) {
        setOutcome({ good: false, text: told.text ?? t("trouble.again") });
        return null;
      }
      setOutcome({ good: true, text: told.body.text });
      return told.body;
    },
    [t],
  );
  return { busy, outcome, run };
}
