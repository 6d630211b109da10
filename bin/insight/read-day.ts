const MS_A_DAY = 86_400_000;
const MS_A_MINUTE = 60_000;
/** Of what is read below; a cell may hold a novel. */
const LONGEST = 40;
/** No place on earth is further ahead. */
const FURTHEST_ZONE = 14 * 60;
const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;
const PARTS = /^(\S+?)(?:[ T]+(\d.*))?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** The year first: which of 05/01/2026 is the month, nobody can know. */
const WRITTEN = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))? ?(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/i;

/**
 * Days since 1970, parts of a day with it, of a date or an instant: 2011-09-09, 2011/9/9, 20110909, 2011-09-09 08:26,
 * 2011-09-09T08:26:00Z, seconds or milliseconds since 1970. Without a zone it is taken for UTC. null for anything else.
 */
export function readDay(text: string): number | null {
  const word = text.trim();
  if (word.length > LONGEST) return null;
  if (SECONDS.test(word)) return Number(word) / 86_400;
  if (MILLISECONDS.test(word)) return Number(word) / MS_A_DAY;
  const [, date = "", time] = PARTS.exec(word) ?? [];
  const day = midnightOf(date);
  const since = time === undefined ? 0 : sinceMidnight(time);
  return day === null || since === null ? null : (day + since) / MS_A_DAY;
}

function midnightOf(date: string): number | null {
  const found = (COMPACT.exec(date) ?? WRITTEN.exec(date))?.slice(1).filter((part) => part !== undefined);
  if (found === undefined) return null;
  const [year = 0, month = 0, day = 0] = found.map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  // A 30th of February would silently become a day of March.
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null;
}

function sinceMidnight(time: string): number | null {
  const [whole, hours, minutes, seconds = 0, sign, zoneHours = 0, zoneMinutes = 0] = TIME.exec(time) ?? [];
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (whole === undefined || h > 24 || m > 59 || s >= 61 || (h === 24 && m + s > 0)) return null;
  const ahead = Number(zoneHours) * 60 + Number(zoneMinutes);
  if (Number(zoneMinutes) > 59 || ahead > FURTHEST_ZONE) return null;
  const zone = sign === "-" ? -ahead : ahead;
  return (h * 60 + m - zone) * MS_A_MINUTE + Math.round(s * 1_000);
}
