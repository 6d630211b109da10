/** "0.15" → "15", exactly. */
export function percentOf(share: string): string {
  const [whole = "0", decimals = ""] = share.split(".");
  const shifted = decimals.padEnd(2, "0");
  const rest = shifted.slice(2);
  return `${Number(whole + shifted.slice(0, 2))}${rest === "" ? "" : `.${rest}`}`;
}
