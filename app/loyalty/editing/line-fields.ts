import type { LineKeys } from "../programme.ts";
import type { Field } from "./fields.ts";

/** By what lines are named, in a rule's `match` and in `exclude`. */
export const LINE_FIELDS: readonly (Field & { name: keyof LineKeys })[] = [
  { name: "productTags", path: ["productTags"], as: "names" },
  { name: "collections", path: ["collections"], as: "collections" },
  { name: "productTypes", path: ["productTypes"], as: "names" },
  { name: "vendors", path: ["vendors"], as: "names" },
  { name: "productIds", path: ["productIds"], as: "products" },
  { name: "variantIds", path: ["variantIds"], as: "variants" },
];

export const MATCH_FIELDS: readonly Field[] = LINE_FIELDS.map((field) => ({
  ...field,
  path: ["match", ...field.path],
}));

/** Perks know no variants. */
export const PERK_MATCH_FIELDS: readonly Field[] = MATCH_FIELDS.filter(({ name }) => name !== "variantIds");

export const WINDOW_FIELDS: readonly Field[] = [
  { name: "from", path: ["from"], as: "instant" },
  { name: "to", path: ["to"], as: "instant" },
];
