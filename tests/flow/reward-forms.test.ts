import { describe, expect, test } from "vitest";
import { proxied } from "../support/proxied.ts";
import { startRewardDoors, tokenOf } from "../support/reward-doors.ts";
import { door, memberWith, shop } from "../support/shop-doors.ts";

startRewardDoors();

describe("without scripts", () => {
  const page = { Accept: "text/html,application/xhtml+xml" };

  test("a page asks once more, and its form leads on to one that says what came of it", async () => {
    const member = await memberWith(700n);
    const asked = await door(
      proxied({
        shop: shop.domain,
        customer: member,
        path: "redeem",
        query: { reward: "five-off" },
        headers: page,
      }),
    );
    expect(asked.headers.get("content-type")).toContain("application/liquid");
    const html = await asked.text();
    expect(html).toContain("£5.00 off your order for 500 points.");
    const form = Object.fromEntries(
      [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const sent = await door(proxied({ shop: shop.domain, customer: member, path: "redeem", form }));
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe("/apps/perennial/redemptions?said=held");
    const list = await door(
      proxied({ shop: shop.domain, customer: member, path: "redemptions", headers: page }),
    );
    expect(await list.text()).toMatch(/Enter [A-Z2-9-]{17} at checkout/);
  });

  test.each([
    ["/pages/rewards?view=x", "/pages/rewards?view=x&perennial=short&missing=499"],
    ["//elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
    ["https://elsewhere.example/", "/apps/perennial/redemptions?said=short&missing=499"],
    ["/\\elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
    ["/.//elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
  ])("a form leads back to the shop's own pages only: %s", async (returnTo, location) => {
    const member = await memberWith(1n);
    const form = {
      reward: "five-off",
      key: "wish-of-a-form",
      token: await tokenOf(member),
      return_to: returnTo,
    };
    const sent = await door(proxied({ shop: shop.domain, customer: member, path: "redeem", form }));
    expect(sent.headers.get("location")).toBe(location);
  });

  test("nothing that somebody wrote becomes markup or Liquid", async () => {
    const member = await memberWith(500n);
    const query = { reward: "five-off", return_to: `/{{ shop.secret }}{% assign x = 1 %}"><script>` };
    const asked = await door(
      proxied({ shop: shop.domain, customer: member, path: "redeem", query, headers: page }),
    );
    const html = await asked.text();
    expect(html).toContain("shop.secret");
    expect(html.replace(/<style>.*<\/style>/s, "")).not.toMatch(/[{}]|<script/);
    expect(html).not.toMatch(/\{[{%]/);
  });
});
