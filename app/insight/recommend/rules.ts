import { z } from "zod";

/** What the merchant left out, pinned or weighs otherwise names products so. */
export const RULE_SUBJECTS = ["product", "tag", "collection", "type", "vendor"] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

const subject = z.object({
  by: z.enum(RULE_SUBJECTS),
  /** A product's id, or the words as the store has them; compared without regard to case. */
  value: z.string().trim().min(1).max(255),
});

const LARGEST_LIST = 200;

/** What a merchant may decide about recommendations. Everything that is left out is as it is at first. */
export const recommendRules = z.object({
  /** false: nothing is recommended anywhere. */
  on: z.boolean().default(true),
  /** Products that come first, wherever they may be shown, in this order. */
  pinned: z.array(z.string().regex(/^\d+$/)).max(20).default([]),
  /** Never recommended. */
  excluded: z.array(subject).max(LARGEST_LIST).default([]),
  /** Recommended more or less: 2 is twice as gladly, 0.5 half. */
  boosted: z
    .array(subject.extend({ factor: z.number().min(0.1).max(10) }))
    .max(LARGEST_LIST)
    .default([]),
  /** How much the margin counts beside what the customer wants: 0 not at all, 1 as much as it may. */
  margin: z.number().min(0).max(1).default(0),
  /** Of one product type at most so many in a list; null for any number. */
  mostOfAType: z.number().int().min(1).max(20).nullable().default(3),
});

export type RecommendRules = z.infer<typeof recommendRules>;

export const FIRST_RULES: RecommendRules = recommendRules.parse({});
