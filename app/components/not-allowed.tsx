import { Banner, Text } from "@shopify/polaris";
import { useRole, type Permission } from "./use-may.ts";
import { useWords } from "./use-words.ts";

/** That the server refused, why, and whom to ask. */
export function NotAllowed({ permission }: { permission: Permission }) {
  const { t } = useWords();
  const words = t.staff.notAllowed;
  return (
    <Banner tone="warning" title={words.title}>
      <Text as="p">
        {words.why[permission]} {words.ask(t.staff.roles[useRole()])}
      </Text>
    </Banner>
  );
}

/** The same beforehand, as one quiet sentence in the place of what the person may not do. */
export function WhyNotAllowed({ permission }: { permission: Permission }) {
  const { t } = useWords();
  const words = t.staff.notAllowed;
  return (
    <Text as="p" tone="subdued">
      {words.why[permission]} {words.ask(t.staff.roles[useRole()])}
    </Text>
  );
}

/** Of what an action answered: the permission that was missing, or null where it said something else. */
export function missingPermission(answer: unknown): Permission | null {
  if (typeof answer !== "object" || answer === null || !("outcome" in answer)) return null;
  if (answer.outcome !== "not-allowed" || !("permission" in answer)) return null;
  return answer.permission as Permission;
}
