/** English has two forms. A decimal string, because there are more points than a number can count. */
export function plural(count: string, one: string, other: string): string {
  return count === "1" || count === "-1" ? one : other;
}
