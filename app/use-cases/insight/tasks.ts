import { learnBuyers } from "../../insight/buyers/learn-buyers.ts";
import { trainShop } from "../../insight/recommend/shop-model.ts";
import { findClusters } from "../../insight/segments/clusters.ts";

/**
 * Pure work of minutes, by the name under which `runApart` does it in a thread of its own. To add one is a line here.
 * What goes in and comes out is copied from thread to thread: plain data and typed arrays.
 */
export const TASKS = { buyers: learnBuyers, clusters: findClusters, recommend: trainShop } as const;

export type TaskName = keyof typeof TASKS;
