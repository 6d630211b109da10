import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { grantReward } from "../../app/use-cases/person/grant-reward.ts";
import { programmeLabels } from "../../app/use-cases/programme-labels.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { listActivity, readActivityQuery } from "../../app/use-cases/staff/list-activity.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const DAY = 24 * 60 * 60 * 1000;
const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };
const REWARDS = [
  FIVE_OFF,
  { id: "delivery", kind: "free-shipping", cost: 60 },
  { id: "tour", kind: "custom", cost: 90, instructions: "Find a day" },
  { id: "talk", kind: "custom", cost: 90, instructions: "Call" },
];

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  app.clock.now = NOON;
  shop = await app.install("reward-names.myshopify.com", programme({ rewards: REWARDS }));
});
afterAll(() => app.close());

test("a reward without a name goes by what it is, in the staff member's language, and never by its id alone", async () => {
  expect((await programmeLabels(app.services, shop, "en")).rewards).toMatchObject({
    "five-off": expect.stringMatching(/^Money off: .*5\.00$/),
    delivery: "Free shipping",
    tour: expect.stringMatching(/.+ \(tour\)$/),
    talk: expect.stringMatching(/.+ \(talk\)$/),
  });
  const german = await programmeLabels(app.services, shop, "de");
  expect(german.rewards).toMatchObject({ delivery: "Kostenloser Versand" });
});

test("the log of activity calls a gift as the rewards do", async () => {
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer("7") });
  await app.settle(shop.domain);
  const by = { staff: "900", role: "owner" } as const;
  await grantReward(app.services, shop, { memberId: "7", rewardId: "five-off", key: "form-0001", by });
  const { rows } = await listActivity(
    app.services,
    shop,
    readActivityQuery(new URLSearchParams("group=rewards")),
    "en",
  );
  expect(rows[0]?.detail["reward"]).toMatch(/^Money off: /);
});

test("a version that is only planned does not rename what is in force", async () => {
  const document = programme({
    effectiveFrom: new Date(NOON + 5 * DAY).toISOString(),
    rewards: [FIVE_OFF, { id: "new-one", kind: "free-shipping", cost: 10 }],
    texts: { en: { rewards: { "five-off": "Spring present", "new-one": "Spring delivery" } } },
  });
  expect(await saveProgramme(app.services, shop, { document, savedBy: "78", basedOn: 1 })).toMatchObject({
    outcome: "saved",
  });
  expect((await programmeLabels(app.services, shop, "en")).rewards).toMatchObject({
    "five-off": expect.stringMatching(/^Money off: /),
    "new-one": "Spring delivery",
  });
});
