import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { findStudy } from "../../app/db/studies.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { versionAt } from "../../app/loyalty/versions.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import { saveDraft } from "../../app/use-cases/drafts/save-draft.ts";
import { startDraft } from "../../app/use-cases/drafts/start-draft.ts";
import { askForPlan } from "../../app/use-cases/publishing/ask-for-plan.ts";
import { publishDraft } from "../../app/use-cases/publishing/publish-draft.ts";
import { readPlanAsked, showPlan, type PlanView } from "../../app/use-cases/publishing/show-plan.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { stopPlan } from "../../app/use-cases/publishing/stop-plan.ts";
import { planStudyId } from "../../app/use-cases/studies/ask-for-study.ts";
import { runStudy } from "../../app/use-cases/studies/run-study.ts";
import { cancelStart } from "../../app/use-cases/versions/cancel-start.ts";
import { showVersions } from "../../app/use-cases/versions/list-versions.ts";
import { restoreVersion } from "../../app/use-cases/versions/restore-version.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const BY = { staff: "42", role: "manager" } as const;
const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0" },
    { id: "silver", at: "100.00" },
  ],
};
const REWARDS = [{ id: "five-off", kind: "amount", cost: 100, value: "5.00", minimum: "20.00" }];

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`launch-${++shops}.myshopify.com`, programme({ tiers: TIERS, rewards: REWARDS }));
});

/** The programme of the shop with these changes, as an editor would have it. */
function written(changes: object = {}): Record<string, unknown> {
  const { effectiveFrom: _start, ...document } = programme({ tiers: TIERS, rewards: REWARDS, ...changes });
  return document;
}

async function drafted(changes: object = {}): Promise<string> {
  const basedOn = (await versions()).at(-1) ?? 0;
  const wish = { name: "Autumn", document: written(changes), basedOn, savedBy: BY.staff };
  return (await startDraft(app.services, shop, wish)).id;
}

async function planOf(id: string, address = ""): Promise<PlanView> {
  const view = await showPlan(app.services, shop, readPlanAsked(id, new URLSearchParams(address)));
  if (view === null) throw new Error(`there is no draft ${id}`);
  return view;
}

/** Asks for a plan and has the worker work it out. */
async function planned(id: string, start = ""): Promise<PlanView> {
  const asked = await askForPlan(app.services, shop, { id, start, askedBy: BY.staff });
  expect(asked).toEqual({ outcome: "asked" });
  const { hash } = await planOf(id, `start=${start}`);
  await runStudy(app.services, { shopId: shop.id, studyId: planStudyId(hash ?? "") });
  return planOf(id, `start=${start}`);
}

const publish = (id: string, plan: string | null, start = "") =>
  publishDraft(app.services, shop, { id, plan: plan ?? "", start, by: BY });

async function versions(): Promise<number[]> {
  return (await listVersions(app.db.sql, shop.id)).map(({ number }) => number);
}

async function inForce(): Promise<number | undefined> {
  return versionAt(await listVersions(app.db.sql, shop.id), app.clock.now)?.number;
}

/** Spends 250, 120 and 20: two silver, one bronze. */
async function threeMembers(): Promise<void> {
  for (const [id, total] of [
    [1, "250.00"],
    [2, "120.00"],
    [3, "20.00"],
  ] as const)
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id, customer: id, total }),
    });
  await app.settle(shop.domain);
}

const HIGHER = {
  tiers: { ...TIERS, levels: [TIERS.levels[0], { id: "silver", at: "200.00" }] },
  earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] },
};

describe("a plan before publishing", () => {
  beforeEach(threeMembers);

  test("that is stopped meanwhile is worked out no further, and from the start when asked again", async () => {
    const id = await drafted(HIGHER);
    await askForPlan(app.services, shop, { id, start: "", askedBy: BY.staff });
    const plan = (await planOf(id)).hash ?? "";
    const { sql } = app.db;
    const query: typeof sql.query = async (text, parameters) => {
      if (text.includes("UPDATE study SET done")) await stopPlan(app.services, shop, { id, plan, by: BY });
      return sql.query(text, parameters);
    };
    const stopped = { ...app.services, db: { ...app.db, sql: { ...sql, query } } };
    await runStudy(stopped, { shopId: shop.id, studyId: planStudyId(plan) });
    expect((await planOf(id)).study).toMatchObject({ state: "failed", reason: "stopped", result: null });
    await stopPlan(app.services, shop, { id, plan, by: BY });
    const log = `SELECT staff, role, subject_id, detail FROM staff_action WHERE shop_id = $1 AND action = 'plan.stopped'`;
    expect(await sql.query(log, [shop.id])).toEqual([
      { staff: "42", role: "manager", subject_id: id, detail: { name: "Autumn" } },
    ]);
    expect((await planned(id)).study).toMatchObject({ state: "done", reason: null });
  });

  test("is worked out by the worker, with lists that open to the members", async () => {
    const id = await drafted(HIGHER);
    expect((await planOf(id)).study).toBeNull();
    const { study, differences, comparedWith } = await planned(id);
    expect(comparedWith).toBe(1);
    expect(differences.map(({ path }) => path).sort()).toEqual([
      "earning.rules[purchase].rate.points",
      "tiers.levels[silver].at",
    ]);
    expect(study).toMatchObject({ state: "done", done: 3, of: 3 });
    expect(study?.result?.plan).toMatchObject({
      members: { total: 3, up: { count: 0 }, down: { count: 1 } },
      liability: { points: 390, before: "19.50", after: "19.50" },
      earning: { orders: 3, points: { before: 390, after: 780 }, gain: { members: 3, points: 390 } },
    });
    const { opened } = await planOf(id, "list=down");
    expect(opened?.members).toMatchObject([{ memberId: "2", before: "silver", after: "bronze" }]);
    const gain = await planOf(id, "list=gain");
    expect(gain.opened?.members.map(({ memberId, before, after }) => [memberId, before, after])).toEqual([
      ["1", "250", "500"],
      ["2", "120", "240"],
      ["3", "20", "40"],
    ]);
  });

  test("says nothing of groups that are too small", async () => {
    const { study } = await planned(await drafted(HIGHER));
    const verdicts = study?.result?.fairness.dimensions.flatMap(({ groups }) =>
      groups.map(({ verdict }) => verdict),
    );
    expect(new Set(verdicts)).toEqual(new Set(["few"]));
  });

  test("is shown for exactly what was planned: of a draft that was saved since there is none", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id);
    const document = written({ ...HIGHER, points: { pendingDays: 7 } });
    await saveDraft(app.services, shop, { id, revision: 1, name: "Autumn", document, savedBy: BY.staff });
    const view = await planOf(id);
    expect(view.hash).not.toBe(hash);
    expect(view.study).toBeNull();
    expect(await publish(id, hash)).toEqual({ outcome: "another-plan" });
    expect(await versions()).toEqual([1]);
  });

  test("names nobody who was erased, neither before nor after it was worked out", async () => {
    const redact = (customer: number) =>
      deliver(app.door, {
        shop: shop.domain,
        topic: "customers/redact",
        payload: { customer: { id: customer }, orders_to_redact: [] },
      });
    const id = await drafted(HIGHER);
    await planned(id);
    await redact(2);
    await app.settle(shop.domain);
    expect((await planOf(id, "list=down")).opened?.members).toEqual([]);
    await redact(1);
    await app.settle(shop.domain);
    await planned(id);
    expect((await planOf(id, "list=gain")).opened?.members.map(({ memberId }) => memberId)).toEqual(["3"]);
  });
});

describe("publishing", () => {
  test("makes the draft the next version, and the draft is gone", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id);
    expect(await publish(id, hash)).toEqual({ outcome: "applied", number: 2, effectiveFrom: NOON });
    expect(await inForce()).toBe(2);
    expect(await openDraft(app.services, shop, id)).toBeNull();
    const [line] = await app.db.sql.query<{ staff: string; action: string }>(
      `SELECT staff, action FROM staff_action WHERE shop_id = $1 AND action = 'version.published'`,
      [shop.id],
    );
    expect(line).toEqual({ staff: "42", action: "version.published" });
  });

  test("done twice, does one thing", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id);
    const both = await Promise.all([publish(id, hash), publish(id, hash)]);
    expect(both.map(({ outcome }) => outcome).filter((outcome) => outcome === "applied")).toHaveLength(1);
    expect(await publish(id, hash)).toEqual({ outcome: "gone" });
    expect(await versions()).toEqual([1, 2]);
  });

  test("on top of a version that somebody saved meanwhile is refused, and planned again it is done", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id);
    const document = written({ points: { pendingDays: 3 } });
    await saveProgramme(app.services, shop, { document, savedBy: "43", basedOn: 1 });
    expect(await publish(id, hash)).toEqual({ outcome: "overtaken", basedOn: 1, number: 2 });
    const again = await planned(id);
    expect(again.draft).toMatchObject({ basedOn: 1, latest: 2 });
    expect(again.differences.map(({ path }) => path)).toContain("points.pendingDays");
    expect(await publish(id, again.hash)).toMatchObject({ outcome: "applied", number: 3 });
  });

  test("of what is in force already is nothing to do", async () => {
    const id = await drafted();
    const view = await planOf(id);
    expect(view.differences).toEqual([]);
    expect(await publish(id, view.hash)).toEqual({ outcome: "unchanged", number: 1 });
  });

  test("of a faulty draft is refused with what to mend", async () => {
    const id = await drafted({ rewards: [{ id: "free", kind: "amount", value: "5.00" }] });
    const { faults, hash } = await planOf(id);
    expect(faults.length).toBeGreaterThan(0);
    expect(hash).toBeNull();
    expect(await askForPlan(app.services, shop, { id, start: "", askedBy: "42" })).toEqual({
      outcome: "faulty",
    });
    expect((await publish(id, "any")).outcome).toBe("refused");
  });
});

describe("a scheduled start", () => {
  const START = "2026-07-03T09:00";

  test("is in the shop's own time, and the version waits for it", async () => {
    const id = await drafted(HIGHER);
    const { hash, start } = await planned(id, START);
    expect(start.at).toBe(Date.parse("2026-07-03T08:00:00Z"));
    expect(await publish(id, hash, START)).toMatchObject({ outcome: "applied", number: 2 });
    expect(await inForce()).toBe(1);
    app.clock.now = Date.parse("2026-07-03T08:00:00Z");
    expect(await inForce()).toBe(2);
  });

  test("was planned for one moment and is published for no other", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id, START);
    expect(await publish(id, hash, "2026-07-04T09:00")).toEqual({ outcome: "another-plan" });
    expect(await publish(id, hash, "now")).toEqual({ outcome: "another-plan" });
    app.clock.now = Date.parse("2026-07-03T09:00:00Z");
    expect(await publish(id, hash, START)).toEqual({ outcome: "no-start" });
  });

  test("is cancelled by a version that starts at the same moment and changes nothing", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id, START);
    await publish(id, hash, START);
    expect(await cancelStart(app.services, shop, { number: 2, by: BY })).toEqual({
      outcome: "cancelled",
      number: 2,
    });
    expect(await cancelStart(app.services, shop, { number: 2, by: BY })).toEqual({ outcome: "too-late" });
    app.clock.now += 5 * DAY;
    const all = await listVersions(app.db.sql, shop.id);
    expect(versionAt(all, app.clock.now)?.programme.earning).toEqual(all[0]?.programme.earning);
    const { versions: lines } = await showVersions(app.services, shop);
    expect(lines.map(({ number, state }) => [number, state])).toEqual([
      [3, "in-force"],
      [2, "never"],
      [1, "past"],
    ]);
  });
});

describe("an old version", () => {
  test("is restored as a draft that says what it said, once", async () => {
    const id = await drafted(HIGHER);
    const { hash } = await planned(id);
    await publish(id, hash);
    app.clock.now += HOUR;
    const wish = { number: 1, name: "Version 1 again", key: "a-key-of-the-form", by: BY };
    const restored = await restoreVersion(app.services, shop, wish);
    expect(restored).toEqual({ outcome: "started", id: wish.key });
    expect(await restoreVersion(app.services, shop, wish)).toEqual(restored);
    const { hash: plan, differences } = await planned(wish.key);
    expect(differences).toHaveLength(2);
    expect(await publish(wish.key, plan)).toMatchObject({ outcome: "applied", number: 3 });
    const all = await listVersions(app.db.sql, shop.id);
    expect(all[2]?.programme.earning).toEqual(all[0]?.programme.earning);
  });
});

test("a study of a shop that is gone is left alone", async () => {
  const id = await drafted(HIGHER);
  await askForPlan(app.services, shop, { id, start: "", askedBy: "42" });
  const studyId = planStudyId((await planOf(id)).hash ?? "");
  await deliver(app.door, {
    shop: shop.domain,
    topic: "app/uninstalled",
    payload: { id: 1, domain: shop.domain },
  });
  await app.settleIfThere(shop.domain);
  await runStudy(app.services, { shopId: shop.id, studyId });
  expect(await findStudy(app.db.sql, shop.id, studyId)).toMatchObject({ state: "waiting" });
});
