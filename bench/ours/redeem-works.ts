import { randomUUID } from "node:crypto";
import { currentVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { handleEvent, type Command } from "../../app/use-cases/handle-event.ts";
import { handleEvents } from "../../app/use-cases/handle-events.ts";
import { FIRST_MEMBER, type Ground, type OurWork } from "./work.ts";

const PLENTY = 1_000_000_000n;
const MEMBERS = 200;

/** A reward is held and let go of again, without a word to the store: both count as one. */
export function redeemWorks({ services, random, addShop }: Ground): Record<"redeem" | "redeem-hot", OurWork> {
  let shop: ShopRow | undefined;

  async function prepare(): Promise<void> {
    if (shop !== undefined) return;
    const opened = (shop = await addShop("redeem"));
    const commands = Array.from({ length: MEMBERS }, (_, place) => given(place));
    await services.db.inShop(opened.id, async (tx) => {
      const versions = await currentVersions(tx, opened);
      await handleEvents(services, tx, { shop: opened, versions }, commands);
    });
  }

  const redeem = (pick: () => number): OurWork => ({
    prepare,
    async once() {
      if (shop === undefined) throw new Error("nobody has points yet");
      const redemptionId = randomUUID();
      const common = { actor: "bench", eventId: redemptionId };
      const customerId = String(FIRST_MEMBER + pick());
      const wish = { kind: "redeem", redemptionId, customerId, rewardId: "off", code: redemptionId } as const;
      const held = await handleEvent(services, shop, { event: wish, ...common });
      if (held.outcome !== "held") throw new Error(`a redemption came to ${held.outcome}`);
      const released = await handleEvent(services, shop, {
        event: { kind: "release", redemptionId },
        ...common,
      });
      if (released.outcome !== "released") throw new Error(`a release came to ${released.outcome}`);
      return 1;
    },
  });
  return { redeem: redeem(() => Math.floor(random() * MEMBERS)), "redeem-hot": redeem(() => 0) };
}

function given(place: number): Command {
  const key = randomUUID();
  const customerId = String(FIRST_MEMBER + place);
  return {
    event: { kind: "adjust", customerId, points: PLENTY, reason: "goodwill", key },
    actor: "bench",
    eventId: key,
  };
}
