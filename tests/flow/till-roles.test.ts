import { beforeEach, describe, expect, test } from "vitest";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import { saveSettings } from "../../app/use-cases/settings/save-settings.ts";
import { giveRole } from "../../app/use-cases/staff/give-role.ts";
import type { Role } from "../../app/use-cases/staff/permissions.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { figures, startRewardDoors } from "../support/reward-doors.ts";
import { accountOwners, app, ask, gid, memberWith, own, shop, staff } from "../support/shop-doors.ts";

startRewardDoors();

const OWNER = { staff: "900", role: "owner" } as const;
let wishes = 0;

// Whoever comes within the first hour has installed the app, and may do more than others.
beforeEach(() => {
  app.clock.now += 2 * HOUR;
});

const wish = (customer: string) => ({
  ...{ reward: "five-off", key: `from-the-till-${++wishes}` },
  customer: gid(customer),
});

/** Somebody of the till whom the app has seen, with this role; null for none of their own. */
async function seenWith(role: Role | null): Promise<void> {
  await ask("redeem", staff(), wish(await memberWith(1n)));
  if (role !== null)
    expect(await giveRole(app.services, shop, { id: "42", role, by: OWNER })).toMatchObject({
      outcome: "given",
    });
}

async function closeTill(): Promise<void> {
  const change = { tillRedeems: false };
  const saving = { change, revision: 0, by: OWNER, action: "settings.saved" } as const;
  expect(await saveSettings(app.services, shop, saving)).toMatchObject({ outcome: "saved" });
}

const logOf = (member: string) =>
  app.db.sql.query(
    `SELECT staff, role, action, detail->>'reward' AS reward FROM staff_action
     WHERE shop_id = $1 AND subject_id = $2 AND action LIKE 'redemption.%' ORDER BY id`,
    [shop.id, member],
  );

describe("who redeems at the till", () => {
  test("is noted in the log of what staff did, once however often it is sent, and so is giving back", async () => {
    const member = await memberWith(500n);
    const sent = wish(member);
    const { body } = await ask("redeem", staff(), sent);
    expect((await ask("redeem", staff(), sent)).body).toMatchObject({ outcome: "held" });
    const { id } = body.redemption as { id: string };
    const back = { redemption: id, customer: gid(member) };
    for (let time = 0; time < 2; time++)
      expect((await ask("cancel", staff(), back)).body).toMatchObject({ outcome: "cancelled" });
    expect(await logOf(member)).toEqual([
      { staff: "42", role: "read-only", action: "redemption.made", reward: "five-off" },
      { staff: "42", role: "read-only", action: "redemption.cancelled", reward: null },
    ]);
  });

  test("leaves no line where it was refused, and none is left by shoppers", async () => {
    const [poor, rich] = [await memberWith(1n), await memberWith(500n)];
    expect((await ask("redeem", staff(), wish(poor))).status).toBe(409);
    expect((await ask("redeem", own(rich), { reward: "five-off", key: "my-own-wish" })).status).toBe(200);
    expect([...(await logOf(poor)), ...(await logOf(rich))]).toEqual([]);
  });

  test("is turned away with a role that may only read, whatever the settings say: nothing moves", async () => {
    const member = await memberWith(500n);
    const { redemption } = (await ask("redeem", own(member), { reward: "five-off", key: "my-own-wish" }))
      .body as { redemption: { id: string } };
    await seenWith("read-only");
    const other = await memberWith(500n);
    expect(await ask("redeem", staff(), wish(other))).toMatchObject({
      status: 403,
      body: { outcome: "not-allowed", text: expect.stringContaining("Your role does not allow this") },
    });
    const back = { redemption: redemption.id, customer: gid(member) };
    expect((await ask("cancel", staff(), back)).status).toBe(403);
    expect(await figures(other)).toMatchObject({ available: 500n, held: 0n });
    expect(await figures(member)).toMatchObject({ available: 0n, held: 500n });
    expect(await logOf(member)).toEqual([]);
  });

  test.each<[Role | null, number]>([
    ["owner", 200],
    ["manager", 200],
    ["support", 200],
    ["read-only", 403],
    [null, 403],
  ])("where the till is closed to whoever has no role: %s gets %i", async (role, status) => {
    await seenWith(role);
    await closeTill();
    expect((await ask("redeem", staff(), wish(await memberWith(500n)))).status).toBe(status);
  });

  test("may where the till is closed, as the account's owner", async () => {
    await closeTill();
    accountOwners.add("42");
    expect((await ask("redeem", staff(), wish(await memberWith(500n)))).status).toBe(200);
  });

  test("may by default, but opening or closing the till is the owner's alone", async () => {
    expect(FIRST_SETTINGS.tillRedeems).toBe(true);
    const by = { staff: "43", role: "manager" } as const;
    const change = { tillRedeems: false };
    const saving = { change, revision: 0, by, action: "settings.saved" } as const;
    expect(await saveSettings(app.services, shop, saving)).toEqual({
      ...{ outcome: "not-allowed", permission: "staff.manage" },
    });
  });
});
