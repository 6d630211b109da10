import { learnBuyers } from "../../insight/buyers/learn-buyers.ts";

/**
 * Pure work of minutes, by the name under which `runApart` does it in a thread of its own. To add one is a line here.
 * What goes in and comes out is copied from thread to thread: plain data and typed arrays.
 */
export const TASKS = { buyers: learnBuyers } as const;

export type TaskName = keyof typeof TASKS;
