import { coffeeVisits } from "./coffee-visits.ts";
import { fashionTiers } from "./fashion-tiers.ts";
import { simplePoints } from "./simple-points.ts";
import type { Template } from "./template.ts";

export type { Template, TemplateTerms } from "./template.ts";

export const templates: readonly Template[] = [simplePoints, fashionTiers, coffeeVisits];

export function findTemplate(name: string): Template | null {
  return templates.find((template) => template.name === name) ?? null;
}
