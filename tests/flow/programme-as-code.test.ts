import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { parseProgrammeTree } from "../../app/loyalty/programme-text.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { withValue } from "../../app/loyalty/editing/document.ts";
import { actOnDraft } from "../../app/use-cases/drafts/act-on-draft.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import { applyProgramme } from "../../app/use-cases/programme/apply-programme.ts";
import { diffProgramme } from "../../app/use-cases/programme/diff-programme.ts";
import { exportProgramme } from "../../app/use-cases/programme/export-programme.ts";
import { planProgramme } from "../../app/use-cases/programme/plan-programme.ts";
import type { ProgrammePlan } from "../../app/use-cases/programme/programme-plan.ts";
import { publishDraft } from "../../app/use-cases/publishing/publish-draft.ts";
import { restoreVersion } from "../../app/use-cases/versions/restore-version.ts";
import { showVersion } from "../../app/use-cases/versions/show-version.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0" },
    { id: "silver", at: "100.00" },
    { id: "gold", at: "500.00" },
  ],
};
const REWARDS = [
  { id: "five-off", kind: "amount", cost: 100, value: "5.00", minimum: "20.00" },
  { id: "ten-off", kind: "amount", cost: 300, value: "10.00", minimum: "20.00" },
];
const START = { tiers: TIERS, rewards: REWARDS, points: { pendingDays: 0 } };

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`as-code-${++shops}.myshopify.com`, programme(START));
});

/** The document as somebody has it in their files, without its start. */
function written(changes: object = {}): Record<string, unknown> {
  const { effectiveFrom: _start, ...document } = programme({ ...START, ...changes });
  return document;
}

const apply = (document: unknown, plan: string | null) =>
  applyProgramme(app.services, shop, { document, plan, savedBy: "agency" });

async function planned(document: unknown): Promise<ProgrammePlan> {
  const outcome = await planProgramme(app.services, shop, document);
  if (outcome.outcome !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

async function numbers(): Promise<number[]> {
  return (await listVersions(app.db.sql, shop.id)).map(({ number }) => number);
}

/** Spends 600, 250, 120 and 20: two silver, one gold, one bronze. */
async function fourMembers(): Promise<void> {
  for (const [id, total] of [
    [1, "600.00"],
    [2, "250.00"],
    [3, "120.00"],
    [4, "20.00"],
  ] as const)
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id, customer: id, total }),
    });
  await app.settle(shop.domain);
}

describe("a plan", () => {
  beforeEach(fourMembers);

  test("says who moves tier, and where to, from the first midnight on", async () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "silver", at: "200.00" },
      { id: "gold", at: "240.00" },
    ];
    const { members } = await planned(written({ tiers: { ...TIERS, levels } }));
    expect(members).toEqual({
      total: 4,
      // London's midnight in summer.
      levelsAt: "2026-07-01T23:00:00Z",
      up: { count: 1, list: [{ customer: "2", from: "silver", to: "gold" }] },
      down: { count: 1, list: [{ customer: "3", from: "silver", to: "bronze" }] },
    });
  });

  test("is right: applied, the members stand at that midnight where it said", async () => {
    const levels = [
      { id: "bronze", at: "0" },
      { id: "gold", at: "240.00" },
    ];
    const document = written({ tiers: { ...TIERS, levels } });
    const { hash, members, warnings } = await planned(document);
    expect(members.down.list).toEqual([{ customer: "3", from: "silver", to: "bronze" }]);
    expect(warnings).toContainEqual(expect.stringContaining('2 members hold "silver"'));
    await apply(document, hash);
    app.clock.now += DAY;
    await app.settle(shop.domain);
    const rows = await app.db.sql.query<{ level: string }>(
      `SELECT level FROM member WHERE shop_id = $1 ORDER BY id`,
      [shop.id],
    );
    expect(rows.map(({ level }) => level)).toEqual(["gold", "gold", "bronze", "bronze"]);
  });

  test("says whose prices change, and who may buy what", async () => {
    const price = { id: "price", kind: "member-price", tiers: ["silver", "gold"], percent: "10" };
    const vault = {
      ...{ id: "vault", kind: "exclusive", tiers: ["gold"], customerTags: ["friend"] },
      match: { productTags: ["rare"] },
    };
    const first = await planned(written({ perks: [price, vault] }));
    expect(first.perks).toEqual([
      {
        id: "price",
        kind: "member-price",
        change: "new",
        members: { before: 0, after: 3 },
        customerTags: [],
      },
      {
        id: "vault",
        kind: "exclusive",
        change: "new",
        members: { before: 0, after: 1 },
        customerTags: ["friend"],
      },
    ]);
    await apply(written({ perks: [price, vault] }), first.hash);
    const { perks, differences } = await planned(written({ perks: [{ ...price, tiers: ["gold"] }] }));
    expect(perks).toEqual([
      {
        id: "price",
        kind: "member-price",
        change: "changed",
        members: { before: 3, after: 1 },
        customerTags: [],
      },
      {
        id: "vault",
        kind: "exclusive",
        change: "gone",
        members: { before: 1, after: 0 },
        customerTags: ["friend"],
      },
    ]);
    expect(differences.map(({ path }) => path)).toEqual(["perks[price].tiers", "perks[vault]"]);
    const exported = await exportProgramme(app.services, shop, null);
    expect(exported?.yaml).toContain("kind: exclusive");
  });

  test("blames no move on a programme that would have happened without it", async () => {
    const rolling = { ...TIERS, window: { kind: "rolling", months: 1 } };
    const first = await planned(written({ tiers: rolling }));
    await apply(written({ tiers: rolling }), first.hash);
    // All they spent is out of the window by then.
    const later = {
      ...written({ tiers: rolling, points: { pendingDays: 3 } }),
      effectiveFrom: "2026-09-01T00:00:00Z",
    };
    expect((await planned(later)).members).toMatchObject({ up: { count: 0 }, down: { count: 0 } });
  });

  test("says what the points that are out may cost, before and after", async () => {
    const dearer = [{ ...REWARDS[0], value: "8.00" }, REWARDS[1]];
    expect((await planned(written({ rewards: dearer }))).liability).toEqual({
      points: 990,
      before: "49.50",
      after: "79.20",
    });
  });

  test("says which rewards come within reach, which go out of it, and which are new or gone", async () => {
    const rewards = [
      { ...REWARDS[0], cost: 10 },
      { id: "ship", kind: "free-shipping", cost: 600, tiers: ["gold"] },
    ];
    expect((await planned(written({ rewards }))).rewards).toEqual([
      {
        id: "five-off",
        change: "changed",
        cost: { before: 100, after: 10 },
        reachable: { before: 3, after: 4 },
      },
      {
        id: "ten-off",
        change: "gone",
        cost: { before: 300, after: null },
        reachable: { before: 1, after: 0 },
      },
      { id: "ship", change: "new", cost: { before: null, after: 600 }, reachable: { before: 0, after: 1 } },
    ]);
  });

  test("says who would have earned more and who less on the newest orders", async () => {
    const rules = [
      { id: "purchase", on: "order", rate: { points: 1, per: "2.00" } },
      { id: "little", on: "order", bonus: 20 },
    ];
    expect((await planned(written({ earning: { rules } }))).earning).toMatchObject({
      orders: 4,
      points: { before: 990, after: 575 },
      gain: { members: 1, points: 10, list: [{ customer: "4", before: 20, after: 30 }] },
      lose: { members: 3, points: 425 },
    });
  });

  test("counts what is pending and says that it stays as it is", async () => {
    const waiting = written({ points: { pendingDays: 14 } });
    await apply(waiting, (await planned(waiting)).hash);
    app.clock.now += 1000;
    const at = new Date(app.clock.now).toISOString();
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id: 9, customer: 1, total: "33.00", at }),
    });
    await app.settle(shop.domain);
    const { pending, warnings } = await planned(written());
    expect(pending).toEqual({ orders: 1, points: 33 });
    expect(warnings).toContainEqual(expect.stringContaining("1 orders with 33 pending points stay"));
  });

  test("speaks of redemptions that are held of a reward that goes", async () => {
    await handleEvent(app.services, shop, {
      event: { kind: "redeem", redemptionId: "R1", customerId: "1", rewardId: "ten-off", code: "X" },
      actor: "shopper",
      eventId: "asked",
    });
    const { warnings } = await planned(written({ rewards: [REWARDS[0]] }));
    expect(warnings).toContainEqual(expect.stringContaining('1 redemptions of "ten-off" are held'));
  });

  test("saves nothing, and moves nobody", async () => {
    const before = await app.db.sql.query(`SELECT * FROM member WHERE shop_id = $1 ORDER BY id`, [shop.id]);
    await planned(written({ tiers: { ...TIERS, levels: TIERS.levels.slice(0, 1) } }));
    expect(await numbers()).toEqual([1]);
    expect(await app.db.sql.query(`SELECT * FROM member WHERE shop_id = $1 ORDER BY id`, [shop.id])).toEqual(
      before,
    );
  });
});

describe("applying", () => {
  const twice = written({
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] },
  });

  test("what was planned makes it the next version, from now on", async () => {
    const { hash } = await planned(twice);
    expect(await apply(twice, hash)).toEqual({ outcome: "applied", number: 2, effectiveFrom: NOON });
  });

  test("needs the plan's hash, and saves nothing without", async () => {
    expect(await apply(twice, null)).toEqual({ outcome: "no-plan" });
    expect(await apply(twice, "0123456789abcdef")).toEqual({ outcome: "another-plan" });
    expect(await numbers()).toEqual([1]);
  });

  test("refuses the hash of another document, another start and another shop", async () => {
    const { hash } = await planned(twice);
    expect(await apply({ ...twice, programme: "Another name" }, hash)).toEqual({ outcome: "another-plan" });
    expect(await apply({ ...twice, effectiveFrom: "2026-08-01T00:00:00Z" }, hash)).toEqual({
      outcome: "another-plan",
    });
    shop = await app.install(`as-code-${++shops}.myshopify.com`, programme(START));
    expect(await apply(twice, hash)).toEqual({ outcome: "another-plan" });
  });

  test("is refused where somebody saved a version since, and says which", async () => {
    const { hash } = await planned(twice);
    const other = written({ points: { pendingDays: 5 } });
    await apply(other, (await planned(other)).hash);
    expect(await apply(twice, hash)).toEqual({ outcome: "overtaken", basedOn: 1, number: 2 });
    expect(await numbers()).toEqual([1, 2]);
  });

  test("by several at once saves one version", async () => {
    const { hash } = await planned(twice);
    const outcomes = await Promise.all([apply(twice, hash), apply(twice, hash), apply(twice, hash)]);
    expect(outcomes.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
    expect(await numbers()).toEqual([1, 2]);
  });

  test("a second time is nothing to do", async () => {
    const { hash } = await planned(twice);
    await apply(twice, hash);
    expect(await apply(twice, hash)).toEqual({ outcome: "unchanged", number: 2 });
    expect(await apply(twice, null)).toEqual({ outcome: "unchanged", number: 2 });
  });

  test("the order of keys in the file makes no other plan", async () => {
    const { hash } = await planned(twice);
    const reversed = Object.fromEntries(Object.entries(twice).reverse());
    expect(await apply(reversed, hash)).toMatchObject({ outcome: "applied" });
  });

  test.each<[string, object, string]>([
    ["another shop's currency", { ...twice, currency: "EUR" }, "currency"],
    ["a start in the past", { ...twice, effectiveFrom: "2026-02-01T00:00:00Z" }, "effectiveFrom"],
    ["a fault", { ...twice, pints: 1 }, "pints"],
  ])("and planning refuse %s, with the path and how to mend it", async (_, document, path) => {
    const plan = await planProgramme(app.services, shop, document);
    const applied = await apply(document, null);
    for (const outcome of [plan, applied]) {
      const faults = outcome.outcome === "refused" ? outcome.faults : [];
      expect(faults.map((fault) => fault.path)).toEqual([path]);
      expect(faults[0]?.mend).toMatch(/\w+/);
    }
  });
});

describe("the version in force", () => {
  test("is exported, and what was exported differs in nothing and can be applied again after a change", async () => {
    const exported = await exportProgramme(app.services, shop, null);
    const parsed = parseProgrammeTree(exported?.yaml ?? "");
    if (!parsed.ok) throw new Error("the export does not parse");
    expect(await diffProgramme(app.services, shop, parsed.tree)).toEqual({
      outcome: "compared",
      version: 1,
      differences: [],
    });
    const changed = { ...(parsed.tree as object), points: { pendingDays: 7 } };
    const { hash, differences } = await planned(changed);
    expect(differences).toEqual([{ path: "points.pendingDays", kind: "changed", before: "0", after: "7" }]);
    expect(await apply(changed, hash)).toEqual({ outcome: "applied", number: 2, effectiveFrom: NOON });
  });

  test("is what a document is compared with, not one that is still to come", async () => {
    const soon = { ...written({ points: { pendingDays: 9 } }), effectiveFrom: "2026-08-01T00:00:00Z" };
    await apply(soon, (await planned(soon)).hash);
    expect(await diffProgramme(app.services, shop, written())).toMatchObject({ version: 1, differences: [] });
    expect((await planned(written({ points: { pendingDays: 3 } }))).warnings).toContainEqual(
      "version 2, which starts at 2026-08-01T00:00:00Z, takes its place then",
    );
  });
});

describe("comments and the order of keys", () => {
  const TEXT = `# Ours since 2024
currency: GBP # as in the shop
programme: Garden club
timezone: Europe/London
earning:
  rules:
    # Agreed with finance
    - rate: { points: 1, per: "1.00" }
      id: purchase
      on: order
points:
  pendingDays: 14 # as long as parcels may come back
`;
  const treeOf = (text: string) => {
    const parsed = parseProgrammeTree(text);
    if (!parsed.ok) throw new Error("the text does not parse");
    return parsed.tree;
  };
  const yaml = async (number: number | null = null) =>
    (await exportProgramme(app.services, shop, number))?.yaml ?? "";

  test("of a file are given back with the version, and stay where a form changes a draft of it", async () => {
    const document = treeOf(TEXT);
    const { hash } = await planned(document);
    const by = { plan: hash, savedBy: "agency", written: TEXT };
    expect(await applyProgramme(app.services, shop, { document, ...by })).toMatchObject({ number: 2 });
    expect(await yaml()).toBe(TEXT);
    expect(await yaml(1)).not.toContain("#");
    app.clock.now += DAY;
    const key = "0f0f0f0f-0000-4000-8000-00000000000f";
    const actor = { savedBy: "42", role: "owner" } as const;
    const started = await restoreVersion(app.services, shop, {
      ...{ number: 2, name: "Autumn", key, by: { staff: "42", role: "owner" } },
    });
    if (started.outcome !== "started") throw new Error(started.outcome);
    const { id } = started;
    const draft = await openDraft(app.services, shop, id);
    expect(draft?.written).toBe(TEXT);
    const changed = withValue(draft?.document, ["points", "pendingDays"], 30);
    const send = (code: string, revision: number) =>
      actOnDraft(app.services, shop, { id, actor, form: formOf({ document: changed, code, revision }) });
    // Only forms were used; then a comment is typed, and nothing else.
    expect(await send("", 1)).toMatchObject({ outcome: "saved", revision: 2 });
    const typed = TEXT.replace("14 #", "30 #").replace("# Ours", "# Yours");
    expect(await send(typed, 2)).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await send(typed, 2)).toMatchObject({ outcome: "saved", revision: 3 });
    const { hash: plan } = await planned(changed);
    const by42 = { staff: "42", role: "owner" } as const;
    expect(await publishDraft(app.services, shop, { id, plan, start: "", by: by42 })).toMatchObject({
      number: 3,
    });
    expect(await yaml()).toBe(typed);
    expect((await showVersion(app.services, shop, { number: 3, other: null }))?.yaml).toBe(typed);
  });

  test("of a text that says something else than the document are not believed", async () => {
    const document = treeOf(TEXT);
    const { hash } = await planned(document);
    await applyProgramme(app.services, shop, {
      ...{ document, plan: hash, savedBy: "agency", written: "earning: [" },
    });
    expect(treeOf(await yaml())).toEqual(document);
    expect(await yaml()).not.toContain("#");
  });
});

function formOf({
  document,
  code,
  revision,
}: {
  document: unknown;
  code: string;
  revision: number;
}): FormData {
  const form = new FormData();
  const fields = { intent: "save", name: "Autumn", basedOn: "2", revision: String(revision), code };
  for (const [name, value] of Object.entries({ ...fields, document: JSON.stringify(document) }))
    form.set(name, value);
  return form;
}
