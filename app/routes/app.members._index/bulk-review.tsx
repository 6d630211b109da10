import { BlockStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import type { BulkPreview } from "../../use-cases/members/bulk-cost.ts";
import type { AskedBulk } from "./members-table.tsx";
import type { BulkFields } from "./use-bulk.ts";

interface BulkReviewProps {
  kind: AskedBulk["kind"];
  fields: BulkFields;
  preview: BulkPreview;
  grantable: { id: string; name: string }[];
}

/** Of those who are found, how many it is done to. */
export function membersMet({ members, blocked, short }: BulkPreview): number {
  return Math.max(0, members - blocked - short);
}

/** Whom it is for, what each of them gets, who is left as they are, and what it may cost. */
export function BulkReview({ kind, fields, preview, grantable }: BulkReviewProps) {
  const { t, f } = useWords();
  const words = t.memberList.bulk;
  const count = (members: number) => [String(members), f.count(members)] as const;
  const points = readPoints(fields.points) ?? 0n;
  const pointsText = (size: bigint) => {
    const plain = String(size < 0n ? -size : size);
    return t.points(plain, f.whole(plain));
  };
  const met = membersMet(preview);
  const who = t.memberList.members(...count(met));
  const reward = grantable.find(({ id }) => id === fields.reward)?.name ?? fields.reward;
  const deed =
    kind === "grant"
      ? words.grantTo(reward, who)
      : points > 0n
        ? words.give(pointsText(points), who)
        : words.take(pointsText(points), who);
  const gives = kind === "grant" || points > 0n;
  if (met === 0) return <Text as="p">{words.nobody}</Text>;
  return (
    <BlockStack gap="200">
      <Text as="p" variant="bodyLg">
        <Sentence>{deed}</Sentence>
      </Text>
      {kind === "grant" ? null : <Text as="p">{words.inAll(pointsText(BigInt(preview.points)))}</Text>}
      {gives ? (
        <Text as="p">{preview.cost === null ? words.noCost : words.cost(f.money(preview.cost))}</Text>
      ) : null}
      {preview.blocked === 0 ? null : <Text as="p">{words.blocked(...count(preview.blocked))}</Text>}
      {preview.short === 0 ? null : <Text as="p">{words.short(...count(preview.short))}</Text>}
      {kind === "grant" ? null : (
        <Text as="p" breakWord>
          {t.memberList.run.reason(fields.reason.trim())}
        </Text>
      )}
      <Text as="p" tone="subdued">
        {words.undoHelp}
      </Text>
    </BlockStack>
  );
}
