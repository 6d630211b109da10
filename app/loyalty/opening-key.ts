/** How the key of an opening balance stands among the keys that are used up and in the ledger. */
export function openingKey(key: string): string {
  return `import:${key}`;
}

/** The same of one that was taken back. */
export function undoneKey(key: string): string {
  return `import-undone:${key}`;
}
