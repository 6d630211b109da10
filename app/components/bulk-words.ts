import type { BadgeProps } from "@shopify/polaris";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/texts.ts";

type BulkState = keyof Texts["memberList"]["run"]["states"];

export const BULK_TONES: Record<BulkState, Pick<BadgeProps, "tone">> = {
  running: { tone: "info" },
  stopped: { tone: "attention" },
  done: { tone: "success" },
  undoing: { tone: "info" },
  undone: {},
};

interface BulkDeed {
  terms: { kind: "adjust"; points: string } | { kind: "grant" };
  /** As the merchant calls it. */
  reward: string | null;
  members: number;
}

/** What was done, and to how many. */
export function bulkSentence({ terms, reward, members }: BulkDeed, t: Texts, f: Formats): string {
  const words = t.memberList.run;
  const who = t.memberList.members(String(members), f.count(members));
  if (terms.kind === "grant") return words.granted(reward ?? "", who);
  const plain = terms.points.replace("-", "");
  const each = t.points(plain, f.whole(plain));
  return terms.points.startsWith("-") ? words.took(each, who) : words.gave(each, who);
}
