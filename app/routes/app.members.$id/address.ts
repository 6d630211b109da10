/** The page's address with one thing asked for otherwise; null asks for it no more. */
export function addressWith(address: URLSearchParams, key: string, value: string | null): string {
  const next = new URLSearchParams(address);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return `?${next}`;
}
