import { expect, test } from "vitest";
import { BOOKED } from "../../insight/flows.ts";
import { customRange } from "../../insight/range.ts";
import { readMemberQuery } from "../../use-cases/members/member-query.ts";
import { readCodeQuery } from "../../use-cases/rewards-admin/code-query.ts";
import { addressOfDecision, addressOfFigure, addressOfNews } from "./addresses.ts";

const days = { from: "2026-06-29", to: "2026-06-30" };
const asked = (address: string) => new URL(address, "https://app.example").searchParams;

test("what is decided about rewards is decided where those rewards are listed, and no others", () => {
  const states = [
    { decide: "by-hand", rewards: 2, since: 0 },
    { decide: "rewards-stuck", rewards: 2 },
    { decide: "rewards-refused", rewards: 2 },
  ] as const;
  expect(states.map((decision) => readCodeQuery(asked(addressOfDecision(decision))).states)).toEqual([
    ["waiting"],
    ["making"],
    ["not-made"],
  ]);
});

test("news leads to the rows of the days that it speaks of", () => {
  const redeemed = addressOfNews({ news: "redeemed", rewards: 1, points: "10" }, days);
  expect(readCodeQuery(asked(redeemed)).days).toEqual(days);
  const joined = addressOfNews({ news: "joined", members: 1 }, days);
  expect(readMemberQuery(asked(joined)).since).toEqual(days);
  const flowOf = (news: "earned" | "taken-back") =>
    asked(addressOfNews({ news, orders: 1, points: "10" }, days)).get("flow");
  expect([flowOf("earned"), flowOf("taken-back")]).toEqual(["gained", "taken-back"]);
  for (const item of [
    { news: "earned", orders: 1, points: "10" },
    { news: "taken-back", orders: 1, points: "10" },
    { news: "expired", members: 1, points: "10" },
    { news: "adjusted", times: 1 },
  ] as const) {
    const rows = asked(addressOfNews(item, days));
    expect(BOOKED).toContain(rows.get("flow"));
    expect(customRange(rows.get("from") ?? "", rows.get("to") ?? "", 30_000)).not.toBeNull();
  }
});

test("figures of the last days lead to the rows of those days", () => {
  for (const figure of ["earned", "redeemed"] as const) {
    const rows = asked(addressOfFigure(figure));
    expect(BOOKED).toContain(rows.get("flow"));
    expect(rows.get("range")).toBe("last-30");
  }
  expect(addressOfFigure("liability")).toBe("/app/analytics/liability");
});

test("several versions are told of once, and lead to the list of them", () => {
  const saved = (count: number) => addressOfNews({ news: "version", number: 7, saved: count }, days);
  expect([saved(1), saved(5)]).toEqual(["/app/programme/versions/7", "/app/programme/versions"]);
});
