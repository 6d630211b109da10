/** Far above any real programme. */
const LONGEST = 1_000_000;
/** A programme is six deep. */
const DEEPEST = 50;

/** The tree that a form sent as JSON; null for what no form sends. */
export function readDocument(sent: FormDataEntryValue | null): { tree: unknown } | null {
  if (typeof sent !== "string" || sent.length > LONGEST) return null;
  try {
    const tree: unknown = JSON.parse(sent);
    return isShallow(tree, DEEPEST) ? { tree } : null;
  } catch {
    return null;
  }
}

function isShallow(part: unknown, levels: number): boolean {
  if (typeof part !== "object" || part === null) return true;
  return levels > 0 && Object.values(part).every((child) => isShallow(child, levels - 1));
}
