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

/** What the app still has to do. */
export interface Work {
  waiting: number;
  /** Members whose points the storefront does not yet know. */
  isPublishing: boolean;
  dead: number;
}

await beARoom<Work>(async () => {
  const build = (await import(pathToFileURL(`${root}build/server/index.js`).href)) as ServerBuild;
  const perennial = await startPerennial(readEnv());
  const { sql } = perennial.services.db;
  const server = await serve(perennial, build).catch(async (error: unknown) => {
    await perennial.stop();
    throw error;
  });
  return {
    async answer() {
      const work: Work = { waiting: 0, isPublishing: false, dead: 0 };
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
