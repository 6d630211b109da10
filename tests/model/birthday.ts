/** The bonus that a birthday brings (points.md, section 4). */
import { DAY_MS, periodOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import { gain } from "./account.ts";
import type { Member } from "./account.ts";
import { requireVersion } from "./shop.ts";
import type { Shop } from "./shop.ts";
import { holds } from "./worth.ts";

/** The same one told of again is no change. */
export function noteBirthday(member: Member, { month, day }: { month: number; day: number }, now: Instant) {
  if (member.birthday?.month === month && member.birthday.day === day) return;
  member.birthday = { month, day, since: now };
}

/** At the midnight with which the day begins: 29 February is 28 February where there is none. */
export function celebrate(shop: Shop, member: Member, midnight: Instant): void {
  if (member.birthday === null) return;
  const programme = requireVersion(shop, midnight);
  const { timezone } = programme;
  const { month, day, since } = member.birthday;
  const year = Number(periodOf(timezone, midnight, "year"));
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Date.UTC(year, month - 1, Math.min(day, lastOfMonth)) / DAY_MS;
  if (startOfDay(timezone, date) !== midnight) return;
  if (midnight - since < 30 * DAY_MS || midnight - member.lastBirthday < 330 * DAY_MS) return;
  const bonuses = programme.earning.rules
    .filter((rule) => rule.on === "birthday" && holds(rule, midnight))
    .map((rule) => BigInt(rule.bonus ?? 0));
  const points = bonuses.reduce((sum, bonus) => sum + bonus, 0n);
  if (points === 0n || isInYear(timezone, member.lastBirthday, year)) return;
  member.lastBirthday = midnight;
  member.earned += points;
  gain(member, points, midnight, programme);
}

function isInYear(zone: string, at: Instant, year: number): boolean {
  return at !== -Infinity && Number(periodOf(zone, at, "year")) === year;
}
