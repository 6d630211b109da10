import { useEffect, useState } from "react";
import { InlineStack, Link, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";

const TYPING_PAUSE_MS = 300;
/** Longer addresses are refused on the way. */
const LONGEST = 6_000;

interface CountLineProps {
  /** JSON. */
  definition: string;
  /** null for one that is not saved yet. */
  id: string | null;
  isSaved: boolean;
}

/** How many that are, a moment after the last change. */
export function CountLine({ definition, id, isSaved }: CountLineProps) {
  const { t, f } = useWords();
  const words = t.segments.page;
  const { load, data } = useFetcher<{ asked: string; members: number | null }>();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    if (asked === definition) return;
    const pause = setTimeout(() => {
      setAsked(definition);
      const address = `/app/segment-count?definition=${encodeURIComponent(definition)}`;
      if (address.length < LONGEST) load(address);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [asked, definition, load]);
  const members = data?.asked === definition ? data.members : undefined;
  return (
    <div aria-live="polite">
      <InlineStack gap="300" blockAlign="baseline">
        <Text as="p" variant="headingLg" numeric>
          {members === undefined
            ? words.counting
            : members === null
              ? words.cannotCount
              : words.count(String(members), f.count(members))}
        </Text>
        {members == null ? null : (
          <Text as="span" tone="subdued">
            {words.of}
          </Text>
        )}
        {id === null || !isSaved ? (
          <Text as="span" tone="subdued">
            {words.afterSaving}
          </Text>
        ) : (
          <>
            <Link url={`/app/members?segment=${id}`}>{words.show}</Link>
            <Link url={`/app/analytics/members?segment=saved:${id}`}>{words.figures}</Link>
          </>
        )}
      </InlineStack>
    </div>
  );
}
