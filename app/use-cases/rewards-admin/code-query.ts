/** What the address of the list of codes says: pure, so that the page and the server read it alike. */

export const CODE_STATES = [
  "making",
  "ready",
  "waiting",
  "used",
  "granted",
  "returned",
  "not-made",
  "refused",
] as const;
export type CodeState = (typeof CODE_STATES)[number];

export interface CodeQuery {
  /** A code, or a member's number. */
  search: string;
  states: CodeState[];
  rewards: string[];
  /** Days of the shop's zone, both in it; null for an open end. */
  days: { from: string | null; to: string | null } | null;
}

const LONGEST_SEARCH = 60;
const MOST_REWARDS = 50;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whatever cannot be read is left out: an address can be mistyped, never wrong. */
export function readCodeQuery(address: URLSearchParams): CodeQuery {
  const text = (name: string) => (address.get(name) ?? "").trim();
  const names = (name: string) => [...new Set(text(name).split(","))].filter((part) => part !== "");
  const [from = "", to, rest] = text("days").split("..");
  const isRange = to !== undefined && rest === undefined && `${from}${to}` !== "";
  const areDays = isRange && [from, to].every((day) => day === "" || DAY.test(day));
  return {
    search: text("query").slice(0, LONGEST_SEARCH),
    states: CODE_STATES.filter((state) => names("state").includes(state)),
    rewards: names("reward").slice(0, MOST_REWARDS),
    days: areDays ? { from: from === "" ? null : from, to: to === "" ? null : to } : null,
  };
}

export function codeAddress({ search, states, rewards, days }: CodeQuery): URLSearchParams {
  const address = new URLSearchParams();
  if (states.length > 0) address.set("state", states.join(","));
  if (rewards.length > 0) address.set("reward", rewards.join(","));
  if (days !== null) address.set("days", `${days.from ?? ""}..${days.to ?? ""}`);
  if (search !== "") address.set("query", search);
  return address;
}
