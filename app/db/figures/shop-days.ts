/** SQL for the day of the shop's calendar on which an instant lies, in whole days since 1970-01-01. */
export function dayIn(zone: string, instant: string): string {
  return `((${instant} AT TIME ZONE ${zone})::date - date '1970-01-01')`;
}

/** The same for the first day of its month. */
export function monthIn(zone: string, instant: string): string {
  return `(date_trunc('month', ${instant} AT TIME ZONE ${zone})::date - date '1970-01-01')`;
}

/** SQL for the first instant of a day that is given so. */
export function startIn(zone: string, day: string): string {
  return `((date '1970-01-01' + ${day})::timestamp AT TIME ZONE ${zone})`;
}
