import { Text } from "@shopify/polaris";
import type { EntryKind } from "../loyalty/summary.ts";
import { useWords } from "./use-words.ts";

/** Kinds that move points the member has already: they gain and lose nothing. */
const MOVES: readonly EntryKind[] = ["vest", "take"];

export function SignedPoints({ kind, points }: { kind: EntryKind; points: string }) {
  const { f } = useWords();
  const isMove = MOVES.includes(kind);
  const gains = !isMove && !points.startsWith("-") && points !== "0";
  return (
    <span className="perennial-points">
      <Text
        as="span"
        variant="headingSm"
        numeric
        {...(isMove ? { tone: "subdued" } : gains ? { tone: "success" } : {})}
      >
        {isMove ? f.whole(points) : f.signed(points)}
      </Text>
    </span>
  );
}
