import { describe, expect, test } from "vitest";
import { HOUR } from "../../app/loyalty/time.ts";
import { figures, redeem, send, startRewardDoors, tokenOf } from "../support/reward-doors.ts";
import { app, memberWith } from "../support/shop-doors.ts";

startRewardDoors();

describe("a page of the shop", () => {
  test("learns what points are good for, and what is missing, in the language it asks in", async () => {
    const member = await memberWith(320n);
    const { body, headers } = await send({ path: "rewards", customer: member, query: { locale: "de" } });
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(body).toMatchObject({
      member: { available: 320 },
      rewards: [
        { id: "five-off", reachable: false, missing: 180, text: "Dafür fehlen dir noch 180 Punkte." },
        { id: "any-credit", reachable: true, text: null },
        { id: "tour", reachable: true },
        { id: "card", reachable: true },
      ],
    });
    const french = { "Accept-Language": "nl, fr-CA;q=0.9, en;q=0.5" };
    const other = await send({ path: "rewards", customer: member, headers: french });
    expect(other.body.rewards).toMatchObject([{ text: "Il vous manque 180 points." }, {}, {}, {}]);
  });

  test("calls a reward by the merchant's own name where the shopper's language has one", async () => {
    const member = await memberWith(320n);
    const titled = async (path: string, locale: string) => {
      const { body } = await send({ path, customer: member, query: { locale } });
      return ((body.rewards ?? body.redemptions) as { title: string }[]).map(({ title }) => title);
    };
    expect((await titled("rewards", "de"))[2]).toBe("Führung durch die Rösterei");
    expect((await titled("rewards", "en"))[2]).not.toBe("Führung durch die Rösterei");
    const { body } = await redeem(member, { reward: "tour" }, { query: { locale: "de" } });
    expect(body).toMatchObject({ redemption: { title: "Führung durch die Rösterei" } });
    expect(await titled("redemptions", "de")).toEqual(["Führung durch die Rösterei"]);
  });

  test("redeems: the answer holds the code, and says in words what to do with it", async () => {
    const member = await memberWith(500n);
    const { status, body } = await redeem(member);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: "held",
      redemption: { state: "ready", title: "£5.00 off your order" },
    });
    const { code } = body.redemption as { code: string };
    expect(body.text).toContain(`Enter ${code} at checkout.`);
    expect(app.store.rewards.discountWith(code)?.customers).toEqual([member]);
    expect((await redeem(member)).body, "the same request").toEqual(body);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 500n });
  });

  test("is told that a code is still being made", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    expect((await redeem(member)).body).toMatchObject({
      outcome: "held",
      text: "Your points are set aside and your reward is being made. It will appear here in a moment.",
    });
  });

  test("reads why not", async () => {
    const member = await memberWith(450n);
    expect(await redeem(member)).toMatchObject({
      status: 409,
      body: { outcome: "refused", because: "short", missing: 50, text: "You need 50 points more for this." },
    });
    app.store.rewards.mishaps = [{ refuses: "no" }];
    const refused = await redeem(member, { reward: "any-credit", units: "2", key: "credit-please" });
    expect(refused).toMatchObject({ status: 409, body: { because: "not-made" } });
    expect(refused.body.text).toBe("The shop could not make this reward. Your points are back.");
  });

  test("lists and gives back", async () => {
    const member = await memberWith(500n);
    const { redemption } = (await redeem(member)).body as { redemption: { id: string } };
    const { body } = await send({ path: "redemptions", customer: member });
    expect(body.redemptions).toMatchObject([{ id: redemption.id, state: "ready", canCancel: true }]);
    const json = { redemption: redemption.id, token: body.token };
    expect(await send({ path: "cancel", customer: member, json })).toMatchObject({
      status: 200,
      body: { outcome: "cancelled" },
    });
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("tells of what it holds and of nothing else", async () => {
    const member = await memberWith(500n);
    const { redemption } = (await redeem(member)).body as { redemption: object };
    expect(Object.keys(redemption).sort()).toEqual(
      [
        "canCancel",
        "code",
        "currency",
        "endsAt",
        "heldAt",
        "id",
        "kind",
        "minimum",
        "points",
        "reward",
        "state",
      ].concat(["text", "title", "value"]),
    );
  });
});

describe("whose request it is", () => {
  test("is said by the store's signature alone", async () => {
    const [rich, poor] = [await memberWith(500n), await memberWith(0n + 1n)];
    const forged = { customer: rich, token: await tokenOf(poor) };
    const { status } = await redeem(poor, forged);
    expect(status).toBe(409);
    expect(await figures(rich)).toMatchObject({ available: 500n });
    expect((await redeem(poor, { logged_in_customer_id: rich })).status, "an unknown word").toBe(422);
  });

  test("a guest is asked to sign in", async () => {
    expect(await send({ path: "redeem", json: { reward: "five-off", key: "wish-of-a-page" } })).toMatchObject(
      {
        status: 401,
        body: { text: "Sign in to use your points." },
      },
    );
    expect((await send({ path: "rewards" })).body).toMatchObject({ member: null, token: null });
    expect((await send({ path: "redemptions" })).status).toBe(401);
  });

  test("another member can neither see nor cancel it", async () => {
    const [owner, other] = [await memberWith(500n), await memberWith(500n)];
    const { redemption } = (await redeem(owner)).body as { redemption: { id: string } };
    const json = { redemption: redemption.id, token: await tokenOf(other) };
    expect((await send({ path: "cancel", customer: other, json })).status).toBe(404);
    expect((await send({ path: "redemptions", customer: other })).body.redemptions).toEqual([]);
  });

  test.each(["", "token-of-nobody", "1zzzzzz.".padEnd(51, "A")])(
    "a form of another site (%j) is refused",
    async (token) => {
      const member = await memberWith(500n);
      expect((await redeem(member, { token })).status).toBe(403);
      expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    },
  );

  test("a token is one member's, for two hours", async () => {
    const [member, other] = [await memberWith(500n), await memberWith(500n)];
    expect((await redeem(member, { token: await tokenOf(other) })).status).toBe(403);
    const token = await tokenOf(member);
    app.clock.now += 2 * HOUR;
    expect((await redeem(member, { token })).status).toBe(403);
    expect((await redeem(member, {}, { headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    expect((await redeem(member)).status).toBe(200);
  });
});

describe("what is not a wish", () => {
  test.each([
    [{ units: 1.5 }],
    [{ units: "-1" }],
    [{ units: "0" }],
    [{ key: "short" }],
    [{ reward: "" }],
    [{ points: 1 }],
    [{ reward: { id: "five-off" } }],
  ])("is refused: %j", async (changes) => {
    const member = await memberWith(500n);
    expect((await redeem(member, changes)).status).toBe(422);
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("is another body under the same key", async () => {
    const member = await memberWith(1000n);
    await redeem(member);
    expect(await redeem(member, { reward: "tour" })).toMatchObject({
      status: 422,
      body: { outcome: "key-reused" },
    });
    expect(await figures(member)).toMatchObject({ available: 500n });
  });

  test("is a body of megabytes, or of another type", async () => {
    const member = await memberWith(500n);
    expect((await redeem(member, { reward: "x".repeat(20_000) })).status).toBe(422);
    const headers = { "Content-Type": "text/plain" };
    expect((await redeem(member, {}, { headers })).status).toBe(422);
  });
});

test("more than ten wishes a minute are put off, each member by themselves", async () => {
  const [member, other] = [await memberWith(5n), await memberWith(5n)];
  const token = await tokenOf(member);
  const asked = Array.from({ length: 12 }, (_, n) => redeem(member, { token, key: `wish-number-${n}` }));
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  const [late] = answers.filter(({ status }) => status === 429);
  expect(Number(late?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await redeem(other)).status).toBe(409);
});
