import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { answerParent, argumentOf, ownCpuMs } from "../child.ts";
import { loop } from "../loop.ts";
import { SHOPS, shopDomain, type Requests, type Side } from "../protocol.ts";
import { randomOf } from "../random.ts";
import { openPerennial } from "./perennial.ts";
import { worksOf } from "./works.ts";

/** The process of ours: the real app on a database of its own. */
const side = argumentOf<Side>();
const perennial = await openPerennial(side);
const { services } = perennial;
const shops = await Promise.all(
  Array.from({ length: SHOPS }, (_, place) => perennial.install(shopDomain(place))),
);
/** Shops whose books must be whole. */
const verified = [...shops];
const { members, seed } = side;
const works = worksOf({
  services,
  shops,
  members,
  seed,
  random: randomOf(seed),
  async addShop(name, { isVerified = true, programme } = {}) {
    const shop = await perennial.install(`bench-${name}.myshopify.com`, programme);
    if (isVerified) verified.push(shop);
    return shop;
  },
});

function workNamed(name: string) {
  if (!Object.hasOwn(works, name)) throw new Error(`ours knows no ${name}`);
  return works[name as keyof typeof works];
}

/** The first fault in the books of any shop, once all that was received is worked off. */
async function firstFault(): Promise<string | null> {
  for (const shop of verified) {
    while ((await settleDeliveries(services, shop)) > 0);
    const verification = await verifyLedger(services, shop);
    if (!verification.ok) return `${shop.domain}: ${verification.fault}`;
    if (verification.sum !== 0n) return `${shop.domain}: the sum of the books is ${verification.sum}`;
  }
  const [left] = await services.db.sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM delivery WHERE state <> 'done'`,
  );
  return left?.n === 0 ? null : `${left?.n} deliveries were not worked off`;
}

answerParent<Requests>({
  async prepare({ work, terms }) {
    await workNamed(work).prepare(terms);
    return null;
  },
  run: ({ work, terms }) => loop(workNamed(work).once, terms),
  listen: async () => (await perennial.serve()).port,
  cpu: ownCpuMs,
  verify: firstFault,
  async facts() {
    const [row] = await services.db.sql.query<{ version: string; fsync: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
    );
    return row ?? { version: "unknown", fsync: "unknown" };
  },
  async close() {
    await perennial.close();
    return null;
  },
});
