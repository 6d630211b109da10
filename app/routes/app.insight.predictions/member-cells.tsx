import { Badge, BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { NamedPrediction } from "../../use-cases/insight/show-predictions.ts";
import { reasonText } from "./reason-words.ts";

export function WideCells({ member }: { member: NamedPrediction }) {
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Name member={member} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Risk member={member} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Reasons member={member} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <NextOrder member={member} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Expected member={member} alignment="end" />
      </IndexTable.Cell>
    </>
  );
}

export function NarrowCells({ member }: { member: NamedPrediction }) {
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <Name member={member} />
          <Risk member={member} />
        </InlineStack>
        <Reasons member={member} />
        <InlineStack align="space-between" gap="200">
          <NextOrder member={member} />
          <Expected member={member} alignment="end" />
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function Name({ member }: { member: NamedPrediction }) {
  const { t } = useWords();
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Link url={`/app/members/${member.memberId}`} dataPrimaryLink monochrome removeUnderline>
        <Text as="span" fontWeight="semibold">
          {memberName({ ...member, id: member.memberId }, t)}
        </Text>
      </Link>
      <Badge>{t.segments.groups.names[member.group]}</Badge>
    </BlockStack>
  );
}

function Risk({ member: { leaving } }: { member: NamedPrediction }) {
  const { t, f } = useWords();
  const share = (value: number) => f.share(value.toFixed(2));
  return (
    <BlockStack gap="050">
      <Text as="span" fontWeight="semibold" numeric>
        {share(leaving.value)}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {t.predictions.range(share(leaving.low), share(leaving.high))}
      </Text>
    </BlockStack>
  );
}

function Reasons({ member: { reasons } }: { member: NamedPrediction }) {
  const { t, f } = useWords();
  const words = t.predictions.reasons;
  const told = reasons.flatMap((reason) => {
    const text = reasonText(reason, t, f);
    return text === null ? [] : [(reason.raises ? words.raises : words.lowers)(text)];
  });
  if (told.length === 0)
    return (
      <Text as="span" variant="bodySm" tone="subdued">
        {words.none}
      </Text>
    );
  return (
    <BlockStack gap="050">
      {told.map((text) => (
        <Text key={text} as="span" variant="bodySm">
          {text}
        </Text>
      ))}
    </BlockStack>
  );
}

function Expected({
  member: { orders, value },
  alignment,
}: {
  member: NamedPrediction;
  alignment: "start" | "end";
}) {
  const { t, f } = useWords();
  const money = (amount: number) => f.money(amount.toFixed(2));
  return (
    <BlockStack gap="050">
      <Text as="span" alignment={alignment} numeric>
        {money(value.value)}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued" alignment={alignment}>
        {t.predictions.list.orders(
          f.decimal(orders.value.toFixed(1)),
          f.count(orders.low),
          f.count(orders.high),
        )}
      </Text>
    </BlockStack>
  );
}

function NextOrder({ member: { next, lastOrderOn } }: { member: NamedPrediction }) {
  const { t, f } = useWords();
  const words = t.predictions.list;
  return (
    <BlockStack gap="050">
      {next === null ? null : (
        <>
          <Text as="span">{words.about(f.day(next.on))}</Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {t.predictions.range(f.day(next.early), f.day(next.late))}
          </Text>
        </>
      )}
      <Text as="span" variant="bodySm" tone="subdued">
        {words.last(f.day(lastOrderOn))}
      </Text>
    </BlockStack>
  );
}
