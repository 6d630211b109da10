const SPACES: Record<string, string> = {
  none: "0",
  "small-500": "2px",
  "small-400": "4px",
  "small-300": "6px",
  "small-200": "8px",
  "small-100": "10px",
  small: "12px",
  base: "16px",
  large: "20px",
  "large-100": "24px",
  "large-200": "32px",
  "large-300": "40px",
  "large-400": "48px",
  "large-500": "64px",
};

/** "base large" as CSS; lengths and percentages stand for themselves. */
export function space(value: string): string {
  return value
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => SPACES[part] ?? part)
    .join(" ");
}

/**
 * A value that may depend on the width at hand: "@container (inline-size > 500px) 1fr 1fr, 1fr". The last part is
 * what holds otherwise.
 */
export function atWidth(value: string, width: number): string {
  const condition =
    /^@container\s*(?:[\w-]+\s*)?\(\s*inline-size\s*([<>]=?)\s*(\d+)px\s*\)\s*(.+),\s*([^,]+)$/.exec(
      value.trim(),
    );
  if (!condition) return value;
  const [, sign = ">", limit = "0", then = "", otherwise = ""] = condition;
  const holds = sign.startsWith(">")
    ? width > Number(limit) || (sign === ">=" && width === Number(limit))
    : width < Number(limit) || (sign === "<=" && width === Number(limit));
  return holds ? then : otherwise;
}
