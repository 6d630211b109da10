import { describe, expect, test, vi } from "vitest";
import { admit } from "../../app/admin.server.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { recogniseStaff, type StaffProfile } from "../../app/use-cases/staff/recognise-staff.ts";
import { staffNames } from "../../app/use-cases/staff/staff-names.ts";
import {
  admitted,
  argsFor,
  MARTA,
  OLIVE,
  perennial,
  routeOf,
  running,
  SAM,
  startStaffed,
  theShop,
} from "../support/staffed-shop.ts";

startStaffed();

/** Whoever the store's staff does not list is a collaborator. */
const AGENT = "99000000001";

describe("who somebody is", () => {
  test("is asked of Shopify: the account's owner is an owner, others are readers until an owner says otherwise", async () => {
    expect(await admitted(OLIVE)).toMatchObject({ role: "owner", staff: OLIVE });
    expect(await admitted(SAM)).toMatchObject({ role: "read-only" });
    const { people } = (await (await routeOf("app.settings.staff/route.tsx")).loader?.(argsFor(OLIVE))) as {
      people: object[];
    };
    expect(people).toMatchObject([
      { id: OLIVE, name: "Olive Garland", accountOwner: true, role: "owner" },
      { id: SAM, name: "Sam Porter", accountOwner: false, role: "read-only", given: null },
    ]);
  });

  test("leaves no token of theirs behind", async () => {
    const { sql } = perennial.services.db;
    expect(await sql.query(`SELECT id FROM session WHERE "isOnline" OR "userId" IS NOT NULL`)).toEqual([]);
  });

  test("speaks the language of their admin, also where the address does not say it", async () => {
    expect(await admitted(MARTA)).toMatchObject({ locale: "de" });
    expect(await admit(argsFor(SAM, { path: "/app?locale=fr" }))).toMatchObject({ locale: "en" });
    expect(await admit(argsFor(SAM, { path: "/app?locale=zh-CN" }))).toMatchObject({ locale: "zh-CN" });
    expect(await admitted(SAM)).toMatchObject({ locale: "zh-CN" });
  });
});

describe("while Shopify does not say who somebody is", () => {
  const silent = () => Promise.reject(new Error("no answer"));
  const told = (name: string) => () => Promise.resolve({ name, accountOwner: false, locale: null });
  const at = (later: number) => ({ ...perennial.services, clock: () => Date.now() + later });

  test("a stranger may read, and is asked about again soon", async () => {
    const shop = await theShop();
    const visitor = { id: AGENT, locale: null };
    const recognised = (later: number, ask: () => Promise<StaffProfile>) =>
      recogniseStaff(at(later), shop, { ...visitor, ask });
    expect(await recognised(0, silent)).toMatchObject({ role: "read-only" });
    const unasked = vi.fn(told("Nobody"));
    expect(await recognised(1_000, unasked)).toMatchObject({ role: "read-only" });
    expect(unasked).not.toHaveBeenCalled();
    await recognised(60_000, told("Ada Gent"));
    expect(await staffNames(perennial.services, shop, [AGENT])).toEqual({ [AGENT]: "Ada Gent" });
  });

  test("an owner stays one", async () => {
    const shop = await theShop();
    const visitor = { id: OLIVE, locale: null, ask: silent };
    expect(await recogniseStaff(at(5 * DAY), shop, visitor)).toMatchObject({ role: "owner" });
  });
});

describe("whoever opens the app first after it was installed", () => {
  test("has installed it, and may do all but say what others may", async () => {
    const fresh = "fresh.myshopify.com";
    running.sandbox.perform(fresh, { do: "shop.create", domain: fresh });
    running.sandbox.perform(fresh, { do: "app.install" });
    expect(await admitted(AGENT, fresh)).toMatchObject({ role: "manager" });
    expect(await admitted(SAM, fresh)).toMatchObject({ role: "read-only" });
    expect(await admitted(OLIVE, fresh)).toMatchObject({ role: "owner" });
  });
});
