import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { measureLine } from "../../app/db/shop-figures.ts";
import { listShops, type ShopRow } from "../../app/db/shops.ts";
import { listStaleMembers } from "../../app/db/summaries.ts";
import { readEnv } from "../../app/env.server.ts";
import { serve } from "../../app/http.server.ts";
import { startPerennial } from "../../app/perennial.server.ts";
import { root } from "../bootstrap/environment.mjs";
import { beARoom } from "./be-a-room.ts";
import { pastClock } from "./past-clock.ts";
import type { Wish } from "./past-wishes.ts";
import { redeemInPast } from "./redeem-in-past.ts";
import { writeMessages } from "./write-messages.ts";

/** What the app still has to do. */
export interface Work {
  waiting: number;
  /** Members whose points the storefront does not yet know. */
  isPublishing: boolean;
  dead: number;
  /** Of the wishes it was told of, in their order. */
  codes: (string | null)[];
}

/** What the demo says while it tells of the past: how late it was, who redeems then, or that it is over. */
export type PastSaid = { lateAs: string } | { wishes: Wish[] } | { isOver: true };

await beARoom<Work>(async () => {
  const begin = process.env.DEMO_PAST_FROM;
  const clock = pastClock(begin === undefined ? null : Date.parse(begin));
  const build = (await import(pathToFileURL(`${root}build/server/index.js`).href)) as ServerBuild;
  const perennial = await startPerennial(readEnv(), { clock: clock.now });
  const webhooks = (request: Request) => {
    clock.hear(Date.parse(request.headers.get("x-shopify-triggered-at") ?? ""));
    return perennial.webhooks(request);
  };
  const { sql } = perennial.services.db;
  const redeemed = async (wishes: Wish[], [shop]: ShopRow[]) =>
    shop === undefined ? [] : redeemInPast(perennial.services, shop, wishes);
  const server = await serve({ ...perennial, webhooks }, build).catch(async (error: unknown) => {
    await perennial.stop();
    throw error;
  });
  return {
    async answer(said) {
      const past = said as PastSaid | undefined;
      const work: Work = { waiting: 0, isPublishing: false, dead: 0, codes: [] };
      const shops = await listShops(sql);
      if (past !== undefined && "isOver" in past) {
        clock.catchUp();
        for (const shop of shops) await writeMessages(perennial.services, shop);
      } else if (past !== undefined && "lateAs" in past) clock.hear(Date.parse(past.lateAs));
      else if (past !== undefined) work.codes = await redeemed(past.wishes, shops);
      for (const { id } of shops) {
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
