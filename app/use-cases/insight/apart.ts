import { Worker } from "node:worker_threads";
import type { TASKS, TaskName } from "./tasks.ts";

type Task<Name extends TaskName> = (typeof TASKS)[Name];

/**
 * Does a task in a thread of its own, so that neither pages nor other jobs stand still meanwhile; rejects with what the
 * task threw. For jobs: they run from the sources, beside which the thread's own file stands. It keeps no process alive.
 */
export function runApart<Name extends TaskName>(
  task: Name,
  input: Parameters<Task<Name>>[0],
): Promise<ReturnType<Task<Name>>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./apart-thread.ts", import.meta.url), {
      workerData: { task, input },
    });
    thread.unref();
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error(`the thread of ${task} ended without a result`)));
  });
}
