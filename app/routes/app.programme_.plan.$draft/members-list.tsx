import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { PlanForm } from "./use-plan.ts";

interface MembersListProps {
  opened: NonNullable<PlanView["opened"]>;
  form: PlanForm;
  /** How what was and will be of a member is said. */
  shown: (value: string | null) => string;
}

/** Who is behind a number: their names lead to them. */
export function MembersList({ opened, form, shown }: MembersListProps) {
  const { t } = useWords();
  const words = t.plan.lists;
  const { list, members, after, next } = opened;
  return (
    <BlockStack gap="200">
      <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={words.titles[list]}>
        <table className="perennial-table">
          <caption>{words.titles[list]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              <th scope="col" data-numeric={isPoints(list)}>
                {words.before}
              </th>
              <th scope="col" data-numeric={isPoints(list)}>
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.place}>
                <td>
                  <Link url={`/app/members/${member.memberId}`} monochrome>
                    {memberName({ ...member, id: member.memberId }, t)}
                  </Link>
                </td>
                <td data-numeric={isPoints(list)}>{shown(member.before)}</td>
                <td data-numeric={isPoints(list)}>{shown(member.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {members.length === 0 ? <Text as="p">{words.empty}</Text> : null}
      <InlineStack gap="200">
        {after > 0 ? <Button onClick={() => form.open(list)}>{t.common.previous}</Button> : null}
        {next === null ? null : <Button onClick={() => form.open(list, next)}>{t.common.next}</Button>}
      </InlineStack>
    </BlockStack>
  );
}

function isPoints(list: string): boolean {
  return list === "gain" || list === "lose";
}

/** A number of members that opens to who they are. */
export function OpenList({
  list,
  count,
  view,
  form,
}: {
  list: "up" | "down" | "gain" | "lose";
  count: number;
  view: PlanView;
  form: PlanForm;
}) {
  const { t } = useWords();
  const words = t.plan.lists;
  const isOpen = view.opened?.list === list;
  if (count === 0) return null;
  return (
    <Button
      variant="plain"
      ariaExpanded={isOpen}
      accessibilityLabel={`${isOpen ? words.close : words.open}: ${words.titles[list]}`}
      onClick={() => form.open(isOpen ? null : list)}
    >
      {isOpen ? words.close : words.open}
    </Button>
  );
}
