import type { Texts } from "./texts.ts";

/** The same texts, in which staff are called by their names as far as these are known, else by their numbers. */
export function namingStaff(texts: Texts, names: Record<string, string>): Texts {
  const staff = (id: string) => names[id] ?? texts.common.staff(id);
  return { ...texts, common: { ...texts.common, staff } };
}
