import { beforeEach, describe, expect, test } from "vitest";
import { memberProofs } from "../../app/member-proofs.server.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { startMemberDoors } from "../support/member-doors.ts";
import { proxied, type Proxied } from "../support/proxied.ts";
import { app, ask, gid, memberWith, own, shop, staff, tokenWith } from "../support/shop-doors.ts";

startMemberDoors();

const PAGE = { accept: "text/html" };
let door: ProxyDoor;

beforeEach(() => {
  const terms = { signer: headSigner("a secret of this test"), appUrl: "https://perennial.example" };
  door = proxyDoor(app.shopify, app.services, memberProofs(app.services, terms));
});

const get = (told: Omit<Proxied, "shop">) => door(proxied({ shop: shop.domain, ...told }));
const from = (address: string) => ({ "x-forwarded-for": `${address}, 192.0.2.1` });

async function refusals(times: number, request: () => Promise<{ status: number }>): Promise<number> {
  let refused = 0;
  for (let n = 0; n < times; n++) if ((await request()).status === 429) refused += 1;
  return refused;
}

describe("at the shop's own address", () => {
  test("a member reads as fast as anybody clicks, then waits, and is told so in their language", async () => {
    const [member, other] = [await memberWith(1n), await memberWith(1n)];
    expect(await refusals(120, () => get({ path: "balance", customer: member }))).toBe(0);
    for (const path of ["", "balance", "member", "account", "redemptions", "why"]) {
      const asked = { path, customer: member, query: { locale: "de", entry: "1" } };
      const page = await get({ ...asked, headers: PAGE });
      expect([page.status, path]).toEqual([429, path]);
      expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(page.headers.get("content-type")).toContain("application/liquid");
      expect(await page.text()).toContain("Das war viel auf einmal.");
      const told = await get(asked);
      expect([told.status, await told.json()]).toMatchObject([429, { outcome: "too-many" }]);
      expect((await get({ ...asked, customer: other })).status).toBe(200);
    }
  });

  test("what takes no points to work out, such as the card's icon, is not held back", async () => {
    const member = await memberWith(1n);
    await refusals(121, () => get({ path: "balance", customer: member }));
    expect((await get({ path: "icon", customer: member })).status).toBe(200);
  });

  test("a receipt is given twelve times a minute", async () => {
    const member = await memberWith(1n);
    const receipt = () => get({ path: "receipt", customer: member, headers: PAGE });
    expect(await refusals(12, receipt)).toBe(0);
    expect((await receipt()).status).toBe(429);
    expect((await get({ path: "", customer: member })).status).toBe(200);
  });

  test("one address does not take what all guests may ask, and the others are answered", async () => {
    const guest = (address: string) => get({ path: "balance", headers: from(address) });
    expect(await refusals(600, () => guest("198.51.100.7"))).toBe(0);
    expect((await guest("198.51.100.7")).status).toBe(429);
    const page = await get({ path: "", headers: { ...from("198.51.100.7"), ...PAGE } });
    expect([page.status, await page.text()]).toMatchObject([429, expect.stringContaining("a lot at once")]);
    expect((await get({ path: "", headers: from("203.0.113.9") })).status).toBe(200);
  });
});

describe("at the door of the extensions", () => {
  test("a member reads as often, and staff who serve them are not held back by it", async () => {
    const member = await memberWith(1n);
    const token = own(member);
    expect(await refusals(120, () => ask("member", token))).toBe(0);
    const { status, headers, body } = await ask("rewards?locale=fr", token);
    expect([status, body.outcome]).toEqual([429, "too-many"]);
    expect(body.text).toContain("C’était beaucoup à la fois.");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(`member?customer=${encodeURIComponent(gid(member))}`, staff())).status).toBe(200);
    expect((await ask("programme", tokenWith({}))).status).toBe(200);
  });
});
