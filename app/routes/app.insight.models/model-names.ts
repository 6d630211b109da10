/** As the papers call them, in every language. */
const NAMES: Record<string, string> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
};

/** Of a model of purchases; "" for none. */
export function modelName(name: string | undefined): string {
  return NAMES[name ?? ""] ?? name ?? "";
}
