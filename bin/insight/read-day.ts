const MS_A_DAY = 86_400_000;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?$/i;
const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;

/**
 * Days since 1970, parts of a day with it, of a date or an instant: 2011-09-09, 20110909, 2011-09-09 08:26,
 * 2011-09-09T08:26:00Z, seconds or milliseconds since 1970. Without a zone it is taken for UTC. null for anything else.
 */
export function readDay(text: string): number | null {
  const word = text.trim();
  const compact = COMPACT.exec(word);
  if (compact !== null) return dayOf(`${compact[1]}-${compact[2]}-${compact[3]}T00:00:00Z`);
  if (SECONDS.test(word)) return Number(word) / 86_400;
  if (MILLISECONDS.test(word)) return Number(word) / MS_A_DAY;
  if (DATE.test(word)) return dayOf(`${word}T00:00:00Z`);
  const [, date, time, zone = "Z"] = DATE_TIME.exec(word) ?? [];
  return date === undefined ? null : dayOf(`${date}T${time}${zone.toUpperCase()}`);
}

function dayOf(iso: string): number | null {
  const at = Date.parse(iso);
  // A 30th of February would silently become a day of March.
  const isReal =
    !Number.isNaN(at) && (!iso.endsWith("Z") || new Date(at).toISOString().startsWith(iso.slice(0, 10)));
  return isReal ? at / MS_A_DAY : null;
}
