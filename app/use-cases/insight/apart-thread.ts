import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { TASKS, type TaskName } from "./tasks.ts";

/** Of threads only Linux knows how urgent each is; elsewhere the whole process would give way. */
if (process.platform === "linux") setPriority(10);

const { task, input } = workerData as { task: TaskName; input: never };
parentPort?.postMessage(TASKS[task](input));
