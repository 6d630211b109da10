import { readTypedMoney } from "../../loyalty/editing/typed-amount.ts";
import type { Money } from "../../loyalty/money.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import { fieldsOf } from "../read-form.ts";
import type { Keep, ShopSettings } from "./shop-settings.ts";

/** What a form says, field by field, as it was typed; no limit is an empty field. */
export const SETTINGS_FIELDS = [
  "supportEach",
  "supportDay",
  "managerEach",
  "managerDay",
  "liabilityLimit",
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];

export type ReadSettings =
  | { ok: true; change: Pick<ShopSettings, "defaultRole" | "tillRedeems" | "limits" | "liabilityLimit"> }
  | { ok: false; faults: SettingsField[] };

const MOST_DAYS = 3_650;
const MOST_MONEY = 10n ** 15n - 1n;

/** The settings as somebody filled them in; `currency` is the shop's. */
export function readSettings(form: FormData, currency: string): ReadSettings {
  const text = fieldsOf(form);
  const faults: SettingsField[] = [];
  const points = (field: SettingsField): bigint | null => {
    if (text(field) === "") return null;
    const read = readPoints(text(field));
    if (read === null || read < 0n) faults.push(field);
    return read;
  };
  const support = { each: points("supportEach"), day: points("supportDay") };
  const manager = { each: points("managerEach"), day: points("managerDay") };
  const typed = text("liabilityLimit");
  const liabilityLimit = typed === "" ? null : moneyOf(typed, currency);
  if (typed !== "" && liabilityLimit === null) faults.push("liabilityLimit");
  if (faults.length > 0) return { ok: false, faults };
  const defaultRole = roleOf(text("defaultRole"));
  const tillRedeems = text("tillRedeems") !== "no";
  return { ok: true, change: { defaultRole, tillRedeems, limits: { support, manager }, liabilityLimit } };
}

/** For how long what is kept; null where a field says no number of days that can be meant. */
export function readKeep(form: FormData): Keep | null {
  const text = fieldsOf(form);
  const days = (name: keyof Keep): number | null | undefined => {
    if (text(name) === "") return null;
    const number = /^\d{1,5}$/.test(text(name)) ? Number(text(name)) : 0;
    return number >= 1 && number <= MOST_DAYS ? number : undefined;
  };
  const [requests, deadLetters] = [days("requests"), days("deadLetters")];
  const [activity, feedback] = [days("activity"), days("feedback")];
  if (requests === undefined || deadLetters === undefined) return null;
  if (activity === undefined || feedback === undefined) return null;
  return { requests, deadLetters, activity, feedback };
}

function roleOf(text: string): ShopSettings["defaultRole"] {
  return text === "manager" || text === "support" ? text : "read-only";
}

function moneyOf(text: string, currency: string): Money | null {
  const amount = readTypedMoney(text, currency);
  return amount === null || amount > MOST_MONEY ? null : amount;
}
