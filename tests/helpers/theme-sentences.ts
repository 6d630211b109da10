import { JSDOM } from "jsdom";
import type { HistoryEntry, LoyaltySummary } from "../../app/loyalty/summary.ts";
import { MEMBER, PROGRAMME, renderBlock, type ThemePage } from "./theme-page.ts";

/** What a reader reads of a block: markup, what is hidden, patterns and line breaks left out. */
export function said(type: string, page: ThemePage = {}): string {
  const block = JSDOM.fragment(renderBlock(type, { programme: PROGRAMME, ...page }));
  for (const unseen of block.querySelectorAll("template, [hidden]")) unseen.remove();
  for (const element of block.querySelectorAll("*")) element.after(" ");
  return (block.textContent ?? "")
    .replace(/\s+/g, " ")
    .replace(/ ([.,])/g, "$1")
    .trim();
}

/** The elements of a block that a reader meets, by a selector. */
export function seen(type: string, selector: string, page: ThemePage = {}): Element[] {
  const block = JSDOM.fragment(renderBlock(type, { programme: PROGRAMME, ...page }));
  return [...block.querySelectorAll(selector)].filter((element) => element.closest("[hidden]") === null);
}

/** Signed in, with this changed of `MEMBER`. */
export function member(change: Partial<LoyaltySummary> = {}): ThemePage {
  return { customer: { summary: { ...MEMBER, ...change } } };
}

/** An ordinary line of history. */
export function entry(change: Partial<HistoryEntry>): HistoryEntry {
  return {
    at: "2026-11-10T09:30:00Z",
    kind: "earn",
    points: 120,
    order: "#1001",
    availableAt: null,
    note: null,
    reason: null,
    ...change,
  };
}

/** 120.00 at 1 point for every 1.00. */
export const REASON = {
  terms: [{ value: "120.00", points: "1", per: "1.00", times: [] as string[], tier: null as string | null }],
  moreTerms: 0,
  rate: 120,
  rounded: false,
  bonuses: [] as { rule: string; points: number }[],
  sum: 120,
  before: 0,
};

/** A member with these lines alone, all of them shown. */
export function history(...entries: Partial<HistoryEntry>[]): ThemePage {
  return { ...member({ history: entries.map(entry) }), settings: { entries: 12 } };
}
