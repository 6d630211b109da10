import { describe, expect, test } from "vitest";
import {
  answered,
  argsFor,
  domain,
  perennial,
  routeOf,
  running,
  SAM,
  startStaffed,
} from "../support/staffed-shop.ts";
import { sessionToken } from "../support/session-token.ts";

startStaffed({ [SAM]: "support" });

/** The list of members, asked for with a token that says this. */
async function listWith(claims: Record<string, unknown>): Promise<number> {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  const token = sessionToken({ shop: domain, apiKey }, claims, { secret });
  const { request, ...args } = argsFor(SAM, { path: "/app/members" });
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${token}`);
  const { loader } = await routeOf("app.members._index/route.tsx");
  const answer = await answered(
    loader?.({ ...args, request: new Request(request, { headers }) }) ??
      Promise.reject(new Error("no loader")),
  );
  return answer.status;
}

describe("a token of this app and this shop", () => {
  test.each<[string, () => Record<string, unknown>]>([
    ["of a customer, as the customer account has it", () => ({ sub: "gid://shopify/Customer/70" })],
    ["of nobody", () => ({ sub: undefined })],
    ["of a person by name", () => ({ sub: "42 OR 1" })],
    ["without a scheme, as extensions of the storefront have it", () => ({ sub: SAM, dest: domain })],
    ["issued by another shop", () => ({ sub: SAM, iss: "https://another.myshopify.com/admin" })],
    ["issued by the shop, and not its admin", () => ({ sub: SAM, iss: `https://${domain}` })],
  ])("%s opens no page of the admin", async (_, claims) => {
    expect(await listWith(claims())).toBe(401);
  });

  test("of staff does, whether it says who issued it or not", async () => {
    expect(await listWith({ sub: SAM })).toBe(200);
    expect(await listWith({ sub: SAM, iss: `https://${domain}/admin` })).toBe(200);
  });

  test("of a customer makes nobody of the staff of them", async () => {
    const rows = await perennial.services.db.sql.query(`SELECT id FROM staff_member WHERE id LIKE 'gid:%'`);
    expect(rows).toEqual([]);
  });
});
