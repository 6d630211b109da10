import type { ShopRow } from "../../../app/db/shops.ts";
import type { LoyaltyEvent } from "../../../app/loyalty/events.ts";
import type { LoyaltySummary } from "../../../app/loyalty/summary.ts";
import { formatInstant, type Instant } from "../../../app/loyalty/time.ts";
import { adjustPoints } from "../../../app/use-cases/adjust-points.ts";
import { handleEvent } from "../../../app/use-cases/handle-event.ts";
import { publishSummaries } from "../../../app/use-cases/publish-summaries.ts";
import { redeemReward } from "../../../app/use-cases/rewards/redeem-reward.ts";
import { deliver } from "../../support/deliver.ts";
import { customer, order, refund } from "../../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../../support/perennial.ts";
import { NOW, type Deed, type Story } from "./stories.ts";

/** A story and who lives it. */
interface Life {
  story: Story;
  shop: ShopRow;
  customerId: string;
  orders: number;
}

/** Lets the stories happen in the app itself, and answers what it then publishes of each member, by the story's id. */
export async function play(stories: readonly Story[]): Promise<Map<string, LoyaltySummary>> {
  const app = await startPerennialInTest();
  try {
    const lives = await begin(app, stories);
    const deeds = lives.flatMap((life) => life.story.deeds.map((deed, step) => ({ life, deed, step })));
    for (const { life, deed, step } of deeds.sort((a, b) => a.deed.at - b.deed.at)) {
      await moveTo(app, life.shop, deed.at);
      await happen(app, life, deed, `step-${step}-of-${life.customerId}`);
    }
    return await published(app, lives);
  } finally {
    await app.close();
  }
}

async function begin(app: TestPerennial, stories: readonly Story[]): Promise<Life[]> {
  const shops = new Map<object, ShopRow>();
  app.clock.now = Math.min(...stories.flatMap(({ deeds }) => deeds.map(({ at }) => at)));
  for (const programme of new Set(stories.map((story) => story.programme)))
    shops.set(programme, await app.install(`states-${shops.size + 1}.myshopify.com`, programme));
  return stories.map((story, index) => {
    const shop = shops.get(story.programme);
    if (shop === undefined) throw new Error(`${story.id} happens in no shop`);
    return { story, shop, customerId: String(7_000_001 + index), orders: 0 };
  });
}

/** What falls due until then happens at its own instant, as it does where time goes by of itself. */
async function moveTo(app: TestPerennial, shop: ShopRow, at: Instant): Promise<void> {
  app.clock.now = at;
  await app.settle(shop.domain);
}

async function happen(app: TestPerennial, life: Life, deed: Deed, key: string): Promise<void> {
  const { services } = app;
  const { shop, customerId: memberId } = life;
  switch (deed.do) {
    case "sign-up":
    case "buy":
    case "return":
      await tell(app, life, deed);
      return;
    case "adjust":
      await adjustPoints(services, shop, {
        memberId,
        points: deed.points,
        reason: deed.reason,
        key,
        actor: "1",
        role: "owner",
      });
      return;
    case "redeem": {
      const { reward: rewardId, units = null } = deed;
      const done = await redeemReward(services, shop, { memberId, rewardId, units, key, actor: "shopper" });
      if (done.outcome !== "redeemed") throw new Error(`${life.story.id} redeems nothing: ${done.outcome}`);
      return;
    }
    case "birthday":
      await command(app, life, { kind: "birthday", customerId: memberId, month: deed.month, day: deed.day });
      return;
    case "leave":
      await command(app, life, { kind: "leave", customerId: memberId });
  }
}

async function command({ services }: TestPerennial, { shop }: Life, event: LoyaltyEvent): Promise<void> {
  await handleEvent(services, shop, {
    event,
    actor: "shopper",
    eventId: `${event.kind}-${services.clock()}`,
  });
}

/** As the store tells it. */
async function tell(app: TestPerennial, life: Life, deed: Deed): Promise<void> {
  const { shop, customerId } = life;
  const at = formatInstant(app.clock.now);
  if (deed.do === "sign-up")
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(customerId) });
  if (deed.do === "buy") {
    const id = orderId(life, ++life.orders);
    const payload = order({ id, customer: customerId, total: deed.total, at, name: deed.name });
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
  }
  if (deed.do === "return") {
    const lines = [{ subtotal: deed.total }];
    const payload = refund({ id: `${customerId}9`, order: orderId(life, life.orders), lines, at });
    await deliver(app.door, { shop: shop.domain, topic: "refunds/create", payload });
  }
  await app.settle(shop.domain);
}

function orderId({ customerId }: Life, place: number): string {
  return `${customerId}${place}`;
}

async function published(app: TestPerennial, lives: Life[]): Promise<Map<string, LoyaltySummary>> {
  for (const shop of new Set(lives.map((life) => life.shop))) {
    await moveTo(app, shop, NOW);
    await publishSummaries(app.services, shop.id);
  }
  return new Map(
    lives.map(({ story, shop, customerId }) => {
      const summary = app.store.summaries.get(`${shop.domain} ${customerId}`);
      if (summary === undefined) throw new Error(`nothing was published of ${story.id}`);
      return [story.id, summary as LoyaltySummary];
    }),
  );
}
