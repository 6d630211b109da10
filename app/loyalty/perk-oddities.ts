import { compare, fraction } from "./fraction.ts";
import type { MemberPrice, Perk } from "./perk.ts";
import { perkWindow } from "./perk.ts";
import { faultAt } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import type { Programme, Window } from "./programme.ts";

/** What perks may say and hardly anybody means. */
export function perkOddities({ perks, tiers, effectiveFrom }: Programme): Fault[] {
  return perks.flatMap((perk, index) => {
    const path: Path = ["perks", index];
    const levels = tiers?.levels.map(({ id }) => id) ?? [];
    return [
      ...overAlready(perk, effectiveFrom, path),
      ...higherLevelsLeftOut(perk, levels, path),
      ...(perk.kind === "member-price" ? oddPrice(perk, perks, path) : []),
      ...(perk.kind === "gift" && perk.minimum === 0n
        ? [
            faultAt(
              [...path, "minimum"],
              "is missing, so the smallest order brings the gift",
              "write what an order must be worth, unless that is meant",
            ),
          ]
        : []),
    ];
  });
}

function overAlready(perk: Perk, effectiveFrom: number | null, path: Path): Fault[] {
  const { to } = perkWindow(perk);
  if (to === null || effectiveFrom === null || to > effectiveFrom) return [];
  const key = perk.kind === "early-access" ? "publicAt" : "to";
  return [
    faultAt(
      [...path, key],
      "is over before the programme starts",
      "remove the perk, or write a later instant",
    ),
  ];
}

/** Whoever rises loses it then. */
function higherLevelsLeftOut({ tiers }: Perk, levels: readonly string[], path: Path): Fault[] {
  const lowest = levels.findIndex((level) => tiers.includes(level));
  const left = lowest === -1 ? undefined : levels.slice(lowest).find((level) => !tiers.includes(level));
  if (left === undefined) return [];
  return [
    faultAt(
      [...path, "tiers"],
      `leaves out "${left}", so whoever rises to it loses this`,
      "name it as well, unless that is meant",
    ),
  ];
}

function oddPrice(price: MemberPrice, perks: readonly Perk[], path: Path): Fault[] {
  const found: Fault[] = [];
  if (compare(price.percent, fraction(100n)) === 0)
    found.push(
      faultAt(
        [...path, "percent"],
        "is 100 per cent, so what it is for costs nothing",
        "write less, unless that is meant",
      ),
    );
  const better = perks.find(
    (other) => other !== price && other.kind === "member-price" && covers(other, price),
  );
  if (better !== undefined)
    found.push(
      faultAt(path, `never counts, for "${better.id}" takes more off wherever it would`, "remove it"),
    );
  return found;
}

function covers(other: MemberPrice, price: MemberPrice): boolean {
  if (compare(other.percent, price.percent) <= 0) return false;
  const isForAll =
    price.tiers.every((level) => other.tiers.includes(level)) &&
    price.customerTags.every((tag) => other.customerTags.includes(tag));
  const fits = other.match === null || JSON.stringify(other.match) === JSON.stringify(price.match);
  return isForAll && fits && holds(other.window, price.window);
}

function holds(outer: Window, inner: Window): boolean {
  const from = outer.from === null || (inner.from !== null && outer.from <= inner.from);
  const to = outer.to === null || (inner.to !== null && outer.to >= inner.to);
  return from && to;
}
