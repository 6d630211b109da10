import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useStaffName } from "../../components/staff-name.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { AccessView } from "../../use-cases/apps/access-keys.ts";

interface KeyLineProps {
  line: AccessView["keys"][number];
  view: AccessView;
  onWithdraw: () => void;
}

/** A key: whose it is, what for, and when it was last used. */
export function KeyLine({ line, view: { now, names }, onWithdraw }: KeyLineProps) {
  const { t, f } = useWords();
  const words = t.access;
  const may = useMay();
  const nameOf = useStaffName(names);
  const { name, ending, may: scopes, madeAt, madeBy, usedAt, withdrawnAt } = line;
  const told = [
    words.made(f.date(madeAt), nameOf(madeBy)),
    usedAt === null ? words.unused : words.used(f.ago(usedAt, now)),
  ].join(" · ");
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <BlockStack gap="050">
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" fontWeight="semibold" breakWord>
              {name}
            </Text>
            {withdrawnAt === null ? null : <Badge>{words.withdrawn(f.date(withdrawnAt))}</Badge>}
          </InlineStack>
          <Text as="span">
            {`${words.ending(ending)} · ${f.list(scopes.map((scope) => words.may[scope]))}`}
          </Text>
          <Text as="span" tone="subdued">
            {told}
          </Text>
        </BlockStack>
        {withdrawnAt === null && may("staff.manage") ? (
          <Button tone="critical" variant="secondary" onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        ) : null}
      </InlineStack>
    </li>
  );
}
