/**
 * Shopify's ids pass 2^53, and JSON.parse would round them without a word. A whole number too large to be exact
 * becomes its decimal string; everything else is read as usual.
 */
export function parseExactJson(text: string): unknown {
  return /[:[,]\s*-?\d{16,}/.test(text) ? JSON.parse(text, keepLargeWholeNumbers) : JSON.parse(text);
}

function keepLargeWholeNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
