import { Badge, BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { MemberRow } from "../../use-cases/list-members.ts";

interface CellsProps {
  member: MemberRow;
  now: number;
}

export function WideCells({ member, now, hasTiers }: CellsProps & { hasTiers: boolean }) {
  const { f } = useWords();
  return (
    <>
      <IndexTable.Cell>
        <Who member={member} />
      </IndexTable.Cell>
      {hasTiers ? <IndexTable.Cell>{member.level}</IndexTable.Cell> : null}
      <NumberCell>{f.whole(member.available)}</NumberCell>
      <NumberCell>{member.pending === "0" ? "" : f.whole(member.pending)}</NumberCell>
      <NumberCell>{f.whole(member.earned)}</NumberCell>
      <NumberCell>{f.ago(member.changedAt, now)}</NumberCell>
    </>
  );
}

/** A card of its own, where there is no room for columns. */
export function NarrowCells({ member, now }: CellsProps) {
  const { t, f } = useWords();
  const aside = [
    ...(member.pending === "0" ? [] : [t.members.alsoPending(f.whole(member.pending))]),
    ...(member.level === null ? [] : [member.level]),
    f.ago(member.changedAt, now),
  ];
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="050">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <Who member={member} />
          <div className="perennial-points">
            <Text as="p" fontWeight="semibold" numeric>
              {t.points(member.available, f.whole(member.available))}
            </Text>
          </div>
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {aside.join(" · ")}
        </Text>
      </BlockStack>
    </div>
  );
}

function NumberCell({ children }: { children: string }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {children}
      </Text>
    </IndexTable.Cell>
  );
}

function Who({ member }: { member: MemberRow }) {
  const { t, f } = useWords();
  const name = memberName(member, t);
  const { standing, owed } = member;
  return (
    <div className="perennial-fit">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/members/${member.id}`} dataPrimaryLink monochrome removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {name}
          </Text>
        </Link>
        {standing === "in" ? null : (
          <Badge {...(standing === "blocked" ? { tone: "critical" as const } : {})}>
            {t.memberList.notIn[standing]}
          </Badge>
        )}
        {owed === "0" ? null : <Badge tone="attention">{t.members.owes(f.whole(owed))}</Badge>}
      </InlineStack>
      {member.email === null || member.email === name ? null : (
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {member.email}
        </Text>
      )}
    </div>
  );
}
