import { createHash } from "node:crypto";

export interface Planned {
  shopDomain: string;
  /** The newest version when the plan was made; 0 for none. */
  basedOn: number;
  /** The document without its `effectiveFrom`. */
  document: Readonly<Record<string, unknown>>;
  /** The instant it starts at, in ISO 8601, or "when-applied". */
  starts: string;
}

/**
 * Stands for exactly this programme, on top of exactly this version, in exactly this shop: whoever applies it has seen
 * the plan of it. The order of keys makes no difference.
 */
export function planHash({ shopDomain, basedOn, document, starts }: Planned): string {
  const text = JSON.stringify([1, shopDomain, basedOn, starts, sorted(document)]);
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

/** The same text for the same tree, whatever the order of its keys. */
export function canonicalJson(tree: unknown): string {
  return JSON.stringify(sorted(tree));
}

function sorted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(sorted);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, child]) => [key, sorted(child)]);
}
