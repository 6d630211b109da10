/** How the key of an opening balance stands among the keys that are used up and in the ledger. */
export function openingKey(key: string): string {
  return `import:${key}`;
}
