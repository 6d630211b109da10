import { describe, expect, it } from "vitest";
import { aProgramme, programmeTree, programmeWith, PURCHASE } from "./examples.ts";
import { fraction, ONE } from "./fraction.ts";
import { faultText } from "./programme-faults.ts";
import { checkProgramme } from "./programme.ts";
import { parseInstant } from "./time.ts";

function faultsOf(parts: Record<string, unknown>): string[] {
  const check = checkProgramme(programmeTree(parts));
  return check.ok ? [] : check.faults.map(faultText);
}

function pathsOf(parts: Record<string, unknown>): string[] {
  const check = checkProgramme(programmeTree(parts));
  return check.ok ? [] : check.faults.map(({ path }) => path);
}

const rules = (...more: unknown[]) => ({ earning: { rules: [PURCHASE, ...more] } });
const levels = (...entries: unknown[]) => ({ tiers: { basis: "spend", levels: entries } });
const reward = (parts: Record<string, unknown>) => ({
  rewards: [{ id: "r", kind: "amount", cost: 500, value: "5.00", ...parts }],
});

describe("a programme", () => {
  it("fills what the document leaves out", () => {
    const programme = aProgramme();
    expect(programme).toMatchObject({
      name: "Example",
      effectiveFrom: null,
      tiers: null,
      rewards: [],
      points: {
        pendingDays: 0,
        expiry: { kind: "none" },
        notice: { days: [30, 7], required: true },
        debt: "owe",
      },
    });
    expect(programme.earning.combine).toBe("best");
    expect(programme.earning.exclude).toMatchObject({ giftCards: true, productTags: [] });
  });

  it("fills half a section too", () => {
    const programme = aProgramme({
      points: { notice: { required: false } },
      earning: { exclude: { vendors: ["Acme"] }, rules: [] },
      tiers: { basis: "orders", levels: [{ id: "bronze", at: "0" }] },
      rewards: [{ id: "ship", kind: "free-shipping", cost: 300 }],
    });
    expect(programme.points.notice).toEqual({ days: [30, 7], required: false });
    expect(programme.earning.exclude).toMatchObject({ giftCards: true, vendors: ["Acme"] });
    expect(programme.tiers).toEqual({
      basis: "orders",
      window: { kind: "lifetime" },
      guaranteeDays: 0,
      levels: [{ id: "bronze", at: 0n, multiplier: ONE }],
    });
    expect(programme.rewards[0]).toMatchObject({ codeDays: 60, minimum: 0n, perMember: null, tiers: null });
  });

  it("is exact: money in minor units, rates and multipliers as fractions", () => {
    const programme = aProgramme({
      currency: "KWD",
      earning: {
        rules: [
          { id: "rate", on: "order", rate: { points: "1.5", per: "0.250" } },
          { id: "times", on: "order", multiply: "1.1", match: { productIds: [8012345678901, "12"] } },
          { id: "bonus", on: "order", bonus: "9007199254740993", minimum: "100.5" },
        ],
      },
      tiers: {
        basis: "spend",
        levels: [
          { id: "a", at: "0" },
          { id: "b", at: "250", multiplier: "1.25" },
        ],
      },
    });
    expect(programme.earning.rules).toMatchObject([
      { kind: "rate", points: fraction(3n, 2n), per: 250n, match: null },
      { kind: "multiply", times: fraction(11n, 10n), match: { productIds: ["8012345678901", "12"] } },
      { kind: "order-bonus", bonus: 9007199254740993n, minimum: 100500n },
    ]);
    expect(programme.tiers?.levels[1]).toEqual({ id: "b", at: 250000n, multiplier: fraction(5n, 4n) });
  });

  it("takes every kind of rule", () => {
    const window = { from: "2026-06-01T00:00:00Z", to: "2026-09-01T00:00:00Z" };
    const programme = programmeWith([
      { id: "first", on: "first-order", bonus: 100, minimum: "10.00", ...window },
      { id: "welcome", on: "signup", bonus: 25 },
      { id: "cake", on: "birthday", bonus: 30 },
      { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
      { id: "visit", on: "activity:visit", bonus: 1 },
    ]);
    expect(programme.earning.rules.slice(1)).toMatchObject([
      {
        kind: "first-order",
        bonus: 100n,
        minimum: 1000n,
        window: { from: parseInstant(window.from), to: parseInstant(window.to) },
      },
      { kind: "signup", bonus: 25n, window: { from: null, to: null } },
      { kind: "birthday", bonus: 30n },
      { kind: "activity", activity: "review", limit: { times: 1, per: "day" } },
      { kind: "activity", activity: "visit", limit: null },
    ]);
  });

  it("takes every kind of reward", () => {
    const kinds = [
      { kind: "amount", value: "5.00" },
      { kind: "percent", value: "12.5" },
      { kind: "free-shipping" },
      { kind: "free-product", product: "8012345678901" },
      { kind: "gift-with-purchase", product: "mug", minimum: "20.00" },
      { kind: "store-credit", value: "5.00" },
      { kind: "gift-card", value: "25.00" },
      { kind: "exclusive", grants: "early access" },
      { kind: "donation", cause: "the lifeboats" },
      { kind: "custom", instructions: "ask at the till" },
    ];
    const terms = { cost: 500, perMember: 1, total: 100, stock: 0, tiers: ["bronze"], codeDays: 30 };
    const programme = aProgramme({
      ...levels({ id: "bronze", at: "0" }),
      rewards: kinds.map((kind) => ({ id: kind.kind, ...terms, ...kind })),
    });
    expect(programme.rewards.map(({ kind }) => kind)).toEqual(kinds.map(({ kind }) => kind));
    expect(programme.rewards[0]).toMatchObject({
      value: 500n,
      cost: 500n,
      total: 100,
      stock: 0,
      tiers: ["bronze"],
    });
    expect(programme.rewards[1]).toMatchObject({ value: fraction(25n, 2n) });
    expect(programme.rewards[4]).toMatchObject({ product: "mug", minimum: 2000n });
  });

  it("takes a sliding cost in place of a fixed one, with an upper end or without", () => {
    const programme = aProgramme({
      rewards: [
        { id: "credit", kind: "store-credit", costPer: 100 },
        { id: "capped", kind: "amount", costPer: 100, value: "50.00" },
      ],
    });
    expect(programme.rewards).toMatchObject([
      { cost: null, costPer: 100n, value: null },
      { cost: null, costPer: 100n, value: 5000n },
    ]);
  });

  it("keeps the document as it was written, and neither can be changed", () => {
    const tree = programmeTree();
    const check = checkProgramme(tree);
    if (!check.ok) throw new Error("refused");
    expect(check.programme.document).toEqual(tree);
    tree["programme"] = "Other";
    expect(check.programme.document["programme"]).toBe("Example");
    expect(() => Object.assign(check.programme.earning, { combine: "stack" })).toThrow(TypeError);
    expect(() => Object.assign(check.programme.document, { programme: "x" })).toThrow(TypeError);
  });
});

describe("a faulty programme", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown key", { colour: "red" }, "colour"],
    ["an unknown currency", { currency: "GPB" }, "currency"],
    ["an unknown time zone", { timezone: "Europe/Lodon" }, "timezone"],
    ["a name left empty", { programme: " " }, "programme"],
    ["an instant without a zone", { effectiveFrom: "2026-01-01T00:00:00" }, "effectiveFrom"],
    ["days below 0", { points: { pendingDays: -1 } }, "points.pendingDays"],
    ["half a day", { points: { pendingDays: 0.5 } }, "points.pendingDays"],
    ["an unknown expiry", { points: { expiry: { kind: "lot", months: 1 } } }, "points.expiry.kind"],
    ["an expiry without months", { points: { expiry: { kind: "lots" } } }, "points.expiry.months"],
    ["months that mean nothing", { points: { expiry: { kind: "none", months: 1 } } }, "points.expiry.months"],
    ["no notice day", { points: { notice: { days: [] } } }, "points.notice.days"],
    ["no earning", { earning: undefined }, "earning"],
    ["no rules", { earning: {} }, "earning.rules"],
    ["an unknown way to combine", { earning: { combine: "most", rules: [] } }, "earning.combine"],
    ["an unknown exclusion", { earning: { exclude: { tags: ["a"] }, rules: [] } }, "earning.exclude.tags"],
    ["a repeated id", rules({ ...PURCHASE }), "earning.rules[1].id"],
    ["an id with a space", rules({ id: "a b", on: "signup", bonus: 1 }), "earning.rules[1].id"],
    ["a rule on nothing", rules({ id: "a", bonus: 1 }), "earning.rules[1].on"],
    ["a rule on an unknown thing", rules({ id: "a", on: "orders", bonus: 1 }), "earning.rules[1].on"],
    ["an activity without a name", rules({ id: "a", on: "activity:", bonus: 1 }), "earning.rules[1].on"],
    ["a rule that gives nothing", rules({ id: "a", on: "order" }), "earning.rules[1]"],
    ["a rule that gives twice", rules({ id: "a", on: "order", bonus: 1, multiply: "2" }), "earning.rules[1]"],
    ["a negative bonus", rules({ id: "a", on: "signup", bonus: -5 }), "earning.rules[1].bonus"],
    ["half a point", rules({ id: "a", on: "signup", bonus: "1.5" }), "earning.rules[1].bonus"],
    ["a number already rounded", rules({ id: "a", on: "signup", bonus: 2 ** 53 }), "earning.rules[1].bonus"],
    ["a negative multiplier", rules({ id: "a", on: "order", multiply: "-2" }), "earning.rules[1].multiply"],
    ["an exponent", rules({ id: "a", on: "order", multiply: "1e3" }), "earning.rules[1].multiply"],
    [
      "a rate per nothing",
      rules({ id: "a", on: "order", rate: { points: 1, per: "0" } }),
      "earning.rules[1].rate.per",
    ],
    [
      "more decimals than pence",
      rules({ id: "a", on: "order", bonus: 1, minimum: "1.005" }),
      "earning.rules[1].minimum",
    ],
    ["a limit on an order", rules({ id: "a", on: "order", bonus: 1, limit: {} }), "earning.rules[1].limit"],
    [
      "a limit per week",
      rules({ id: "a", on: "activity:x", bonus: 1, limit: { times: 1, per: "week" } }),
      "earning.rules[1].limit.per",
    ],
    [
      "a match that names nothing",
      rules({ id: "a", on: "order", multiply: "2", match: { vendors: [] } }),
      "earning.rules[1].match.vendors",
    ],
    [
      "a match that is no list",
      rules({ id: "a", on: "order", multiply: "2", match: { vendors: "Acme" } }),
      "earning.rules[1].match.vendors",
    ],
    [
      "a window that ends where it begins",
      rules({
        id: "a",
        on: "signup",
        bonus: 1,
        from: "2026-06-01T00:00:00Z",
        to: "2026-06-01T01:00:00+01:00",
      }),
      "earning.rules[1].to",
    ],
    ["tiers without levels", levels(), "tiers.levels"],
    ["a first level above 0", levels({ id: "a", at: "1" }), "tiers.levels[0].at"],
    ["levels that do not rise", levels({ id: "a", at: "0" }, { id: "b", at: "0.00" }), "tiers.levels[1].at"],
    ["a level below 0", levels({ id: "a", at: "0" }, { id: "b", at: "-1" }), "tiers.levels[1].at"],
    [
      "half an order",
      {
        tiers: {
          basis: "orders",
          levels: [
            { id: "a", at: "0" },
            { id: "b", at: "1.5" },
          ],
        },
      },
      "tiers.levels[1].at",
    ],
    [
      "a rolling window without months",
      { tiers: { basis: "spend", window: { kind: "rolling" }, levels: [{ id: "a", at: "0" }] } },
      "tiers.window.months",
    ],
    ["a reward without a cost", reward({ cost: undefined }), "rewards[0].cost"],
    ["a reward for nothing", reward({ cost: 0 }), "rewards[0].cost"],
    ["an unknown kind of reward", reward({ kind: "amont" }), "rewards[0].kind"],
    ["an amount without a value", reward({ value: undefined }), "rewards[0].value"],
    ["a key of another kind", reward({ product: "12" }), "rewards[0].product"],
    ["more than all", reward({ kind: "percent", value: "100.5" }), "rewards[0].value"],
    ["no part of anything", reward({ kind: "percent", value: "0" }), "rewards[0].value"],
    ["a value of nothing", reward({ value: "0.00" }), "rewards[0].value"],
    ["a code for no day", reward({ codeDays: 0 }), "rewards[0].codeDays"],
    ["a level that is none", reward({ tiers: ["gold"] }), "rewards[0].tiers[0]"],
    ["a reward for no level", reward({ tiers: [] }), "rewards[0].tiers"],
    [
      "a sliding cost of what has no value",
      { rewards: [{ id: "r", kind: "free-shipping", costPer: 5 }] },
      "rewards[0].costPer",
    ],
  ])("with %s is refused at its path", (_what, parts, path) => {
    expect(pathsOf(parts)).toEqual([path]);
  });

  it("says how to mend it in plain words", () => {
    expect(faultsOf({ currency: "GPB" })).toEqual([
      'currency: is "GPB", which is no currency; write the three capital letters of the shop\'s currency, such as GBP',
    ]);
    expect(faultsOf(rules({ id: "purchase", on: "signup", bonus: 1 }))).toEqual([
      'earning.rules[1].id: repeats the id of entry [0], "purchase"; give it an id of its own',
    ]);
    expect(faultsOf(rules({ id: "a", on: "order", bonus: 1, minimum: "1.005" }))).toEqual([
      "earning.rules[1].minimum: has more decimals than GBP has; write it with at most 2 decimals",
    ]);
    expect(faultsOf({ points: { debt: "keep" } })).toEqual([
      'points.debt: is "keep", which is not known; write one of owe, forgive',
    ]);
  });

  it("tells all faults at once, those beside other faults too", () => {
    const paths = pathsOf({
      currency: "GPB",
      points: { debt: "keep" },
      earning: {
        combine: "most",
        rules: [
          { id: "a", on: "order", multiply: "-2", from: "2026-06-01T00:00:00Z", to: "2026-05-01T00:00:00Z" },
          { id: "a", on: "order", bonus: -1 },
        ],
      },
      tiers: {
        basis: "spend",
        levels: [
          { id: "a", at: "5" },
          { id: "a", at: "2", multiplier: "x" },
        ],
      },
      rewards: [{ id: "r", kind: "amount", value: "x", tiers: ["gold"] }],
    });
    expect(paths.toSorted()).toEqual([
      "currency",
      "earning.combine",
      "earning.rules[0].multiply",
      "earning.rules[0].to",
      "earning.rules[1].bonus",
      "earning.rules[1].id",
      "points.debt",
      "rewards[0].cost",
      "rewards[0].tiers[0]",
      "rewards[0].value",
      "tiers.levels[0].at",
      "tiers.levels[1].id",
      "tiers.levels[1].multiplier",
    ]);
  });

  it("names what it found, however long or odd it is", () => {
    const circle: Record<string, unknown> = {};
    circle["on"] = circle;
    expect(faultsOf(rules(circle))[0]).toContain("is a list or a group of keys, which is not known");
    expect(faultsOf({ currency: 5n })[0]).toContain("is 5, which is no currency");
    expect(faultsOf({ currency: "x".repeat(100) })[0]).toContain(`is "${"x".repeat(40)}…"`);
  });

  it.each([null, undefined, 5, "text", [], () => 1, { earning: null, tiers: 3, rewards: "x", points: [] }])(
    "is refused and never thrown, even where it is %o",
    (tree) => {
      const check = checkProgramme(tree);
      expect(check.ok).toBe(false);
      if (!check.ok) expect(check.faults.length).toBeGreaterThan(0);
    },
  );
});
