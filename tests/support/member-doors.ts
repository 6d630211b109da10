import { beforeEach } from "vitest";
import { order } from "./payloads.ts";
import { programme } from "./perennial.ts";
import type { Proxied } from "./proxied.ts";
import { app, sendFromPage, startDoors, tell } from "./shop-doors.ts";

const PROGRAMME = programme({
  points: { pendingDays: 14 },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "cake", on: "birthday", bonus: 200 },
    ],
  },
  rewards: [
    { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
    { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
  ],
});

let orders = 730_000;

/** A shop that gives rewards and presents, asked by its members at every door. */
export function startMemberDoors(): void {
  startDoors(PROGRAMME);
  beforeEach(() => {
    app.services.platform.guestOrders = async () => ({ verified: true, orders: [] });
  });
}

/** What the shop's page asks for its member, or for a guest with null. */
export const get = (path: string, member: string | null, more: Partial<Proxied> = {}) =>
  sendFromPage({ path, ...(member === null ? {} : { customer: member }), ...more });

export async function tokenOf(member: string): Promise<string> {
  return (await get("member", member)).body.token as string;
}

/** What a page of the shop does for its member. */
export async function does(
  path: string,
  member: string,
  fields: Record<string, unknown> = {},
  more: Partial<Proxied> = {},
) {
  return get(path, member, { json: { ...fields, token: await tokenOf(member) }, ...more });
}

/** Buys at an instant; answers the order's id. */
export async function buys(member: string, total: string, at = "2026-07-01T12:00:00Z"): Promise<string> {
  const id = ++orders;
  await tell("orders/paid", order({ id, customer: Number(member), total, at }));
  return String(id);
}
