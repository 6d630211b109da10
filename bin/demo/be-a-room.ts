import { plainly } from "../plainly.ts";
import type { Told } from "./room.ts";

export interface Running<Answer> {
  /** What the demo asks for while it waits, and what it says with it. */
  answer(said: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** The side of the process that the demo started: says when it is ready or why it is not, answers, and leaves with it. */
export async function beARoom<Answer>(start: () => Promise<Running<Answer>>): Promise<void> {
  const tell = (told: Told<Answer>) => process.send?.(told);
  const running = await start().catch((error: unknown) => {
    console.error(error);
    process.send?.({ failed: plainly(error) }, () => process.exit(1));
    return null;
  });
  if (running === null) return;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
  process.on("message", ({ said }: { said?: unknown }) => {
    running.answer(said).then(
      (answer) => tell({ answer }),
      (error: unknown) => tell({ failed: plainly(error) }),
    );
  });
  tell({ ready: true });
}
