import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { StoresView } from "../../use-cases/stores/list-stores.ts";
import { CodeCard } from "./code-card.tsx";
import { FoundingCard } from "./founding-card.tsx";
import { JoiningCard } from "./joining-card.tsx";
import { ListCard } from "./list-card.tsx";
import { LookedAfterCard } from "./looked-after-card.tsx";

export function StoresPage({ view }: { view: StoresView }) {
  const { t } = useWords();
  const may = useMay()("staff.manage");
  const isAgency = view.agency !== null;
  const isAlone = !isAgency && view.lookedAfterBy.length === 0;
  return (
    <IndexPage title={t.stores.title}>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {t.stores.about}
          </Text>
        </Box>
        {isAgency ? <ListCard stores={view.stores} /> : null}
        {view.lookedAfterBy.length === 0 ? null : <LookedAfterCard view={view} />}
        {may ? (
          <>
            {isAgency ? <CodeCard openUntil={view.openCodeEndsAt} /> : <FoundingCard />}
            <JoiningCard />
          </>
        ) : isAlone ? (
          <Card>
            <NothingHere heading={t.stores.alone.heading} text={t.stores.alone.text} />
          </Card>
        ) : (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <WhyNotAllowed permission="staff.manage" />
          </Box>
        )}
      </BlockStack>
    </IndexPage>
  );
}
