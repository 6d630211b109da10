import { describe, expect, test } from "vitest";
import { figures, startRewardDoors } from "../support/reward-doors.ts";
import { api, app, ask, gid, memberWith, own, shop, staff, tokenWith } from "../support/shop-doors.ts";

startRewardDoors();

describe("an extension", () => {
  test("of a signed-in customer redeems, lists and cancels as the shop's pages do", async () => {
    const member = await memberWith(500n);
    const mine = own(member);
    expect((await ask("rewards", mine)).body).toMatchObject({ member: { available: 500 } });
    const redeemed = await ask("redeem", mine, { reward: "five-off", key: "from-an-extension" });
    expect(redeemed).toMatchObject({
      status: 200,
      body: { outcome: "held", redemption: { state: "ready" } },
    });
    expect(redeemed.headers.get("access-control-allow-origin")).toBe("*");
    const { id } = redeemed.body.redemption as { id: string };
    expect((await ask("redemptions", mine)).body.redemptions).toMatchObject([{ id }]);
    expect((await ask("cancel", mine, { redemption: id })).body).toMatchObject({ outcome: "cancelled" });
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("of staff at the till acts for the customer it names, in the staff member's name", async () => {
    const member = await memberWith(500n);
    const token = tokenWith({ sub: "42", iss: `https://${shop.domain}/admin` });
    const wish = { reward: "five-off", key: "from-the-till", customer: gid(member) };
    expect((await ask("redeem", token, wish)).status).toBe(200);
    const [entry] = await app.db.sql.query<{ actor: string }>(
      `SELECT actor FROM ledger_transaction WHERE shop_id = $1 AND kind = 'hold' AND member_id = $2`,
      [shop.id, member],
    );
    expect(entry?.actor).toBe("42");
  });

  test("of staff at the till never reads the code of a customer's gift card, which is as good as money", async () => {
    const member = await memberWith(600n);
    const [till, mine] = [staff(), own(member)];
    const wish = { reward: "card", key: "from-the-till", customer: gid(member) };
    const sold = (await ask("redeem", till, wish)).body.redemption;
    expect(sold).toMatchObject({ state: "granted", code: null });
    await ask("redeem", mine, { reward: "card", key: "from-an-extension" });
    const codesFor = async (token: string, path: string) =>
      ((await ask(path, token)).body.redemptions as { code: string | null }[]).map(({ code }) => code);
    expect(await codesFor(till, `redemptions?customer=${member}`)).toEqual([null, null]);
    const codes = await codesFor(mine, "redemptions");
    const cards = app.store.rewards.giftCards.filter((card) => card.customer === member);
    expect(codes.sort()).toEqual(cards.map(({ code }) => code).sort());
  });

  test("of staff at the till makes no member of a customer id that was mistyped", async () => {
    await memberWith(1n);
    const token = staff();
    const members = () => app.db.sql.query(`SELECT id FROM member WHERE shop_id = $1`, [shop.id]);
    const known = await members();
    for (const customer of ["999", gid("999")]) {
      const wish = { reward: "five-off", key: "from-the-till", customer };
      expect((await ask("redeem", token, wish)).status).toBe(404);
      expect((await ask(`rewards?customer=${encodeURIComponent(customer)}`, token)).status).toBe(404);
    }
    for (const customer of ["0", "007", gid("0")])
      expect(
        (await ask("redeem", token, { reward: "five-off", key: "from-the-till", customer })).status,
      ).toBe(401);
    expect(await members()).toEqual(known);
  });

  test("of a customer never acts for another, and one without is a guest", async () => {
    const [member, other] = [await memberWith(500n), await memberWith(500n)];
    const wish = { reward: "five-off", key: "for-somebody", customer: gid(other) };
    await ask("redeem", own(member), wish);
    expect(await figures(other)).toMatchObject({ available: 500n });
    expect((await ask("redeem", tokenWith(), wish)).status).toBe(401);
  });

  test.each<[string, () => string | null]>([
    ["no token", () => null],
    ["of no algorithm", () => tokenWith({}, { alg: "none" })],
    ["of another algorithm", () => tokenWith({}, { alg: "HS384" })],
    ["signed by another", () => tokenWith({}, { secret: "another" })],
    ["for another app", () => tokenWith({ aud: "another" })],
    ["of another issuer", () => tokenWith({ iss: "https://another.myshopify.com/admin" })],
    ["for no shop", () => tokenWith({ dest: "https://elsewhere.example" })],
    ["that ended 11 seconds ago", () => tokenWith({ exp: Math.floor(Date.now() / 1000) - 11 })],
    ["that has not begun", () => tokenWith({ nbf: Math.floor(Date.now() / 1000) + 60 })],
    ["of 10 kB", () => "x".repeat(10_000)],
  ])("is turned away with a token %s", async (_, token) => {
    expect((await ask("rewards", token())).status).toBe(401);
  });

  test("may ask from any origin, as Shopify's workers do", async () => {
    const preflight = new Request("http://localhost/api/redeem", {
      method: "OPTIONS",
      headers: { Origin: "null" },
    });
    const { status, headers } = await api(preflight);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-headers")).toContain("Authorization");
    expect((await ask("rewards", null)).headers.get("access-control-allow-origin")).toBe("*");
  });
});
