import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { NotAllowed } from "./not-allowed.tsx";
import { useStaffName, type StaffNames } from "./staff-name.tsx";
import type { Permission } from "./use-may.ts";
import type { SavedForm } from "./use-saved-form.ts";
import { useWords } from "./use-words.ts";

interface SaveNoticeProps {
  form: Pick<SavedForm<Record<string, string>>, "answer" | "discard">;
  names: StaffNames;
  now: number;
}

/** Why a form of settings was not saved, where that is not the fault of one of its fields. */
export function SaveNotice({ form: { answer, discard }, names, now }: SaveNoticeProps) {
  const { t, f } = useWords();
  const nameOf = useStaffName(names);
  if (answer === null || answer.outcome === "refused") return null;
  if (answer.outcome === "not-allowed") return <NotAllowed permission={answer.permission as Permission} />;
  return (
    <Banner tone="warning">
      <BlockStack gap="300">
        <Text as="p">{t.settings.overtaken(nameOf(answer.savedBy), f.ago(answer.savedAt, now))}</Text>
        <InlineStack>
          <Button onClick={discard}>{t.settings.reload}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
