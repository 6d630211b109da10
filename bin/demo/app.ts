import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { measureLine } from "../../app/db/shop-figures.ts";
import { listShops } from "../../app/db/shops.ts";
import { listStaleMembers } from "../../app/db/summaries.ts";
import { readEnv } from "../../app/env.server.ts";
import { serve } from "../../app/http.server.ts";
import { startPerennial } from "../../app/perennial.server.ts";
import { root } from "../bootstrap/environment.mjs";
import { beARoom } from "./be-a-room.ts";
import { liveInPast, type PastAnswer, type PastSaid } from "./live-in-past.ts";
import { pastClock } from "./past-clock.ts";
import { TOLD_TOPICS } from "./told-topics.ts";

/** What the app still has to do. */
export interface Work {
  waiting: number;
  /** Members whose points the storefront does not yet know. */
  isPublishing: boolean;
  dead: number;
  /** To what it was told of the past; null where that was nothing. */
  answer: PastAnswer | null;
}

await beARoom<Work>(async () => {
  const begin = process.env.DEMO_PAST_FROM;
  const clock = pastClock(begin === undefined ? null : Date.parse(begin));
  const build = (await import(pathToFileURL(`${root}build/server/index.js`).href)) as ServerBuild;
  const perennial = await startPerennial(readEnv(), { clock: clock.now });
  const webhooks = (request: Request) => {
    const { headers } = request;
    // What the app itself changes in the store is told of at the time of this machine.
    if (TOLD_TOPICS.includes(headers.get("x-shopify-topic") ?? ""))
      clock.hear(Date.parse(headers.get("x-shopify-triggered-at") ?? ""));
    return perennial.webhooks(request);
  };
  const { sql } = perennial.services.db;
  const room = { ...perennial, clock };
  const server = await serve({ ...perennial, webhooks }, build).catch(async (error: unknown) => {
    await perennial.stop();
    throw error;
  });
  return {
    async answer(said) {
      const answer = said === undefined ? null : await liveInPast(room, said as PastSaid);
      const work: Work = { waiting: 0, isPublishing: false, dead: 0, answer };
      for (const { id } of await listShops(sql)) {
        const line = await measureLine(sql, id, 0);
        work.waiting += Number(line.waiting);
        work.dead += Number(line.dead);
        work.isPublishing ||= (await listStaleMembers(sql, id, { after: null, limit: 1 })).length > 0;
      }
      return work;
    },
    async stop() {
      await server.close();
      await perennial.stop();
    },
  };
});
