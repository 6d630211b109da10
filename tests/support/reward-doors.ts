import { figuresOf, programme } from "./perennial.ts";
import type { Proxied } from "./proxied.ts";
import { app, sendFromPage, shop, startDoors } from "./shop-doors.ts";

const REWARDS = [
  { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
  { id: "any-credit", kind: "store-credit", costPer: 100, value: "20.00" },
  { id: "tour", kind: "custom", cost: 200, instructions: "<b>Call</b>" },
  { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
];
const NAMES = { de: { rewards: { tour: "Führung durch die Rösterei" } } };

/** A shop of rewards, asked by its members at every door. */
export function startRewardDoors(): void {
  startDoors(programme({ rewards: REWARDS, texts: NAMES }));
}

/** What a page of the shop sends, and the JSON that it is answered. */
export async function send(told: Omit<Proxied, "shop">) {
  const { status, headers, text } = await sendFromPage(told);
  return { status, headers, body: JSON.parse(text) as Record<string, unknown> };
}

export async function tokenOf(member: string): Promise<string> {
  const { body } = await send({ path: "rewards", customer: member });
  return body.token as string;
}

export async function redeem(
  member: string,
  changes: Record<string, unknown> = {},
  more: Partial<Proxied> = {},
) {
  const json = { reward: "five-off", key: "wish-of-a-page", token: await tokenOf(member), ...changes };
  return send({ path: "redeem", customer: member, json, ...more });
}

export const figures = (member: string) => figuresOf(app, shop.domain, member);
