import { randomUUID } from "node:crypto";
import type { ShopRow } from "../../app/db/shops.ts";
import { loadCurrentBook } from "../../app/db/current-book.ts";
import { currentVersions } from "../../app/db/programmes.ts";
import { saveBook } from "../../app/db/save-book.ts";
import { handle } from "../../app/loyalty/handle.ts";
import { handleEvent, type Command } from "../../app/use-cases/handle-event.ts";
import { handleEvents } from "../../app/use-cases/handle-events.ts";
import type { Services } from "../../app/use-cases/services.ts";
import type { Once } from "../loop.ts";
import type { OurWorkName } from "../protocol.ts";
import { FIRST_MEMBER, type Ground, type OurWork } from "./work.ts";

const BATCH = 100;

type LedgerWork = Extract<OurWorkName, `accrual${string}`>;

/** Points given by hand, the plainest thing that the ledger does: rules, chain, lots and what is remembered of it. */
export function ledgerWorks({
  services,
  shops,
  random,
  members,
  addShop,
}: Ground): Record<LedgerWork, OurWork> {
  const shopOf = (place: number) => shops[place % shops.length] as ShopRow;
  const anyOf = (n: number) => Math.floor(random() * n);
  /** Members of a client's own, so that two batches never wait for each other's. */
  const ownOf = (client: number, place: number) => ((client * BATCH + place) * 7 + anyOf(7)) % members;

  const give = (pick: (client: number) => { shop: ShopRow; member: number }): OurWork => ({
    prepare: async () => undefined,
    async once(client) {
      const { shop, member } = pick(client);
      await handleEvent(services, shop, given(member));
      return 1;
    },
  });
  return {
    accrual: give((client) => ({ shop: shopOf(client), member: anyOf(members) })),
    // As many members in all, so that nothing but the shops differs.
    "accrual-50-shops": give(() => ({
      shop: shopOf(anyOf(shops.length)),
      member: anyOf(members / shops.length),
    })),
    "accrual-one-shop": give(() => ({ shop: shopOf(0), member: anyOf(members) })),
    "accrual-batch": {
      prepare: async () => undefined,
      async once(client) {
        const shop = shopOf(client);
        const commands = Array.from({ length: BATCH }, (_, place) => given(ownOf(client, place)));
        await services.db.inShop(shop.id, async (tx) => {
          const versions = await currentVersions(tx, shop);
          await handleEvents(services, tx, { shop, versions }, commands);
        });
        return BATCH;
      },
    },
    "accrual-chained": chainWork(services, () => addShop("chained"), { members, chained: true, anyOf }),
    "accrual-unchained": chainWork(services, () => addShop("unchained", { isVerified: false }), {
      members,
      chained: false,
      anyOf,
    }),
  };
}

/** The same with and without the hash chain, which nothing but a backtest can do without. */
function chainWork(
  services: Services,
  open: () => Promise<ShopRow>,
  { members, chained, anyOf }: { members: number; chained: boolean; anyOf: (n: number) => number },
): OurWork {
  let shop: ShopRow | undefined;
  const once: Once = async () => {
    const place = shop ?? (shop = await open());
    const { event, actor, eventId } = given(anyOf(members));
    await services.db.inShop(place.id, async (tx) => {
      const book = await loadCurrentBook(tx, { shop: place, products: new Map() }, { events: [event] });
      handle({ ...book, chained }, event, services.clock(), { eventId, actor });
      saveBook(tx, book, services.clock());
    });
    return 1;
  };
  return {
    async prepare() {
      shop ??= await open();
    },
    once,
  };
}

function given(member: number): Command {
  const key = randomUUID();
  const customerId = String(FIRST_MEMBER + member);
  return {
    event: { kind: "adjust", customerId, points: 10n, reason: "goodwill", key },
    actor: "bench",
    eventId: key,
  };
}
