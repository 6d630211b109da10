import { beforeAll, describe, expect, test } from "vitest";
import { adjustmentLimit } from "../../app/use-cases/staff/adjustment-limit.ts";
import {
  act,
  adjust,
  admitted,
  answered,
  argsFor,
  availableOf,
  giveRole,
  LI,
  logOf,
  MARTA,
  OLIVE,
  perennial,
  routeOf,
  ROUTES,
  SAM,
  startStaffed,
  theShop,
} from "../support/staffed-shop.ts";

startStaffed();

beforeAll(async () => {
  for (const staff of [SAM, MARTA, LI]) await admitted(staff);
});

describe("a reader", () => {
  /** Works something out and keeps nothing: a form is only how the question comes. */
  const LOOKING = "app.programme_.simulator.($draft)/route.tsx";
  const actions = Object.keys(ROUTES)
    .map((path) => path.replace("../../app/routes/", ""))
    .filter((name) => name !== LOOKING);

  test.each(actions)("is refused by the action of %s", async (name) => {
    const { action } = await routeOf(name);
    if (action === undefined) return;
    const params = { id: "70", draft: "1", number: "1" };
    const { status, data } = await answered(action(argsFor(LI, { form: {}, params })));
    expect(data).toMatchObject({ outcome: "not-allowed" });
    expect(status).toBe(403);
  });

  test.each([
    ["app_.activity-file.tsx", {}],
    ["app_.data-requests.$id.tsx", { id: "1" }],
    ["app_.move-files.$file.tsx", { file: "everything" }],
    ["app_.receipts.$id.tsx", { id: "70" }],
    ["app_.members-file.tsx", {}],
    ["app_.analytics-rows-file.tsx", {}],
    ["app_.feedback-file.tsx", {}],
    ["app_.member-data.$id.tsx", { id: "70" }],
    ["app_.prediction-files.$file.tsx", { file: "members" }],
  ])("downloads nothing of %s", async (name, params) => {
    const { loader } = await routeOf(name);
    const answer = loader?.(argsFor(LI, { params }));
    expect(await answered(answer ?? Promise.resolve(null))).toMatchObject({ status: 403 });
  });

  test("has left no line in the log, and moved no point", async () => {
    expect(await logOf(LI)).toEqual([]);
    expect(await adjust(LI, "5")).toMatchObject({ status: 403 });
    expect(await availableOf("70")).toBe(40n);
  });
});

describe("support", () => {
  test("moves points up to the limit of one adjustment, and is told it beyond", async () => {
    expect(await giveRole(OLIVE, SAM, "support")).toMatchObject({ data: { outcome: "given" } });
    expect(await adjust(SAM, "501")).toMatchObject({
      data: { outcome: "beyond-limit", each: "500", day: "2000", left: "2000" },
    });
    expect(await adjust(SAM, "500")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await availableOf("70")).toBe(540n);
  });

  test("cannot pass the limit of a day by two adjustments at once, nor by taking what was given", async () => {
    expect(await adjust(SAM, "-500")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await adjust(SAM, "500")).toMatchObject({ data: { outcome: "adjusted" } });
    const both = await Promise.all([adjust(SAM, "400"), adjust(SAM, "400")]);
    const outcomes = both.map(({ data }) => (data as { outcome: string }).outcome);
    expect(outcomes.sort()).toEqual(["adjusted", "beyond-limit"]);
    const shop = await theShop();
    const left = await adjustmentLimit(perennial.services, shop, { staff: SAM, role: "support" });
    expect(left).toEqual({ each: "500", day: "2000", left: "100" });
  });

  test("sends a form twice and finds one entry and one line", async () => {
    const before = (await logOf(SAM)).length;
    expect(await adjust(SAM, "10", "twice-sent-1")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await adjust(SAM, "10", "twice-sent-1")).toMatchObject({ data: { outcome: "repeated" } });
    const lines = (await logOf(SAM)).slice(before);
    expect(lines).toEqual([{ action: "points.adjusted", subject_id: "70", detail: { points: "10" } }]);
  });

  test("may not publish, retry, compare, verify, save settings or give roles", async () => {
    for (const route of ["app.programme", "app.deliveries._index", "app.reconciliation", "app.operations"])
      expect(await act(route, SAM, {}), route).toMatchObject({ status: 403 });
    for (const route of ["app.settings._index", "app.settings.staff", "app.privacy"])
      expect(await act(route, SAM, {}), route).toMatchObject({ status: 403 });
  });
});

describe("roles", () => {
  test("are given by owners alone, and once however often it is said", async () => {
    expect(await giveRole(SAM, LI, "owner")).toMatchObject({ status: 403 });
    expect(await giveRole(OLIVE, MARTA, "manager")).toMatchObject({ data: { outcome: "given" } });
    expect(await giveRole(OLIVE, MARTA, "manager")).toMatchObject({ data: { outcome: "given" } });
    expect(await giveRole(MARTA, SAM, "manager")).toMatchObject({ status: 403 });
    const given = (await logOf(OLIVE)).filter(({ subject_id: id }) => id === MARTA);
    expect(given).toMatchObject([{ detail: { from: "default", to: "manager" } }]);
  });

  test("never lock the account's owner out, and nobody changes their own", async () => {
    await giveRole(OLIVE, LI, "owner");
    expect(await giveRole(LI, OLIVE, "read-only")).toMatchObject({ data: { outcome: "account-owner" } });
    expect(await giveRole(OLIVE, OLIVE, "support")).toMatchObject({ data: { outcome: "yourself" } });
    expect(await giveRole(LI, "12345", "support")).toMatchObject({ data: { outcome: "unknown" } });
    expect(await giveRole(OLIVE, LI, "emperor")).toMatchObject({ data: { outcome: "unknown" } });
    await giveRole(OLIVE, LI, "default");
    expect(await admitted(LI)).toMatchObject({ role: "read-only" });
  });
});
