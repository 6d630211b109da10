import type { Fault } from "../loyalty/programme.ts";
import type { Programme } from "../loyalty/programme.ts";
import { baseRate, glanceAt } from "./programme-glance.ts";

/** What the form holds, as it was typed. */
export interface ProgrammeEdit {
  /** Empty where the document has no rate for every line. */
  points: string;
  per: string;
  pendingDays: string;
  giftCards: boolean;
  productTags: string[];
  productTypes: string[];
  vendors: string[];
  collections: string[];
}

export type EditField = keyof ProgrammeEdit;

const LISTS = ["productTags", "productTypes", "vendors", "collections"] as const;

export function editOf(programme: Programme): ProgrammeEdit {
  const { rate, pendingDays, exclude } = glanceAt(programme);
  const { giftCards, productTags, productTypes, vendors, collections } = exclude;
  return {
    points: rate?.points ?? "",
    per: rate?.per ?? "",
    pendingDays: pendingDays.toString(),
    giftCards,
    productTags,
    productTypes,
    vendors,
    collections,
  };
}

type Tree = Record<string, unknown>;

/**
 * The document with the form's values in their places and everything else as it was: tiers, rewards and other rules
 * survive. It starts when it is saved, so the old start goes.
 */
export function applyEdit(programme: Programme, edit: ProgrammeEdit): Tree {
  const document = structuredClone(programme.document) as Tree;
  delete document.effectiveFrom;
  document.points = { ...treeOf(document.points), pendingDays: numberOrText(edit.pendingDays) };
  const earning = treeOf(document.earning);
  const exclude: Tree = { ...treeOf(earning.exclude), giftCards: edit.giftCards };
  for (const key of LISTS) {
    if (edit[key].length > 0) exclude[key] = edit[key];
    else delete exclude[key];
  }
  const rate = baseRate(programme);
  const rules = (earning.rules as Tree[]).map((rule) =>
    rule.id === rate?.id
      ? { ...rule, rate: { points: numberOrText(edit.points), per: edit.per.trim() } }
      : rule,
  );
  document.earning = { ...earning, exclude, rules };
  return document;
}

function treeOf(part: unknown): Tree {
  return typeof part === "object" && part !== null ? (part as Tree) : {};
}

/** What is no plain whole number stays as typed, and the check of the document says what is wrong with it. */
function numberOrText(typed: string): number | string {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** Which field of the form a fault is about; null where it is about something that the form does not show. */
export function fieldOf(programme: Programme, { path }: Fault): EditField | null {
  const rules = (treeOf(programme.document.earning).rules ?? []) as Tree[];
  const rate = `earning.rules[${rules.findIndex(({ id }) => id === baseRate(programme)?.id)}].rate`;
  if (path === `${rate}.points`) return "points";
  if (path === `${rate}.per` || path === rate) return "per";
  if (path === "points.pendingDays") return "pendingDays";
  return LISTS.find((key) => path.startsWith(`earning.exclude.${key}`)) ?? null;
}

/** What was typed into the form. */
export function readEdit(form: FormData): ProgrammeEdit {
  const text = (name: string) => textOf(form.get(name));
  const list = (name: string) =>
    form
      .getAll(name)
      .map(textOf)
      .filter((entry) => entry.trim() !== "");
  return {
    points: text("points"),
    per: text("per"),
    pendingDays: text("pendingDays"),
    giftCards: text("giftCards") === "true",
    productTags: list("productTags"),
    productTypes: list("productTypes"),
    vendors: list("vendors"),
    collections: list("collections"),
  };
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
