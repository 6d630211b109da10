import type { Told } from "./room.ts";

export interface Running<Answer> {
  /** What the demo asks for while it waits. */
  answer(): Promise<Answer>;
  stop(): Promise<void>;
}

/** The side of the process that the demo started: says when it is ready or why it is not, answers, and leaves with it. */
export async function beARoom<Answer>(start: () => Promise<Running<Answer>>): Promise<void> {
  const tell = (told: Told<Answer>) => process.send?.(told);
  const running = await start().catch((error: unknown) => {
    tell({ failed: error instanceof Error ? error.message : String(error) });
    console.error(error);
    process.exit(1);
  });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
  process.on("message", () => {
    running.answer().then(
      (answer) => tell({ answer }),
      (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  tell({ ready: true });
}
