import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ExperimentsView } from "../../use-cases/experiments/show-experiments.ts";
import { PartPage } from "../app.insight._index/part-page.tsx";
import { ControlCard } from "./control-card.tsx";
import { ListCard } from "./list-card.tsx";

const NEW = "/app/insight/experiments/new";

export function ExperimentsPage({ view }: { view: ExperimentsView }) {
  const { t } = useWords();
  const words = t.experiments;
  const navigate = useNavigate();
  const may = useMay()("insight.manage");
  return (
    <PartPage
      title={words.title}
      actions={
        may ? (
          <button variant="primary" onClick={() => void navigate(NEW)}>
            {words.plan}
          </button>
        ) : null
      }
    >
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
          {may ? null : <WhyNotAllowed permission="insight.manage" />}
        </Box>
        {view.experiments.length === 0 ? (
          <Card>
            <NothingHere
              heading={words.empty.heading}
              text={words.empty.text}
              illustrated
              {...(may ? { action: { content: words.plan, url: NEW, primary: true } } : {})}
            />
          </Card>
        ) : (
          <ListCard view={view} />
        )}
        <ControlCard key={view.control.share} view={view} />
      </BlockStack>
    </PartPage>
  );
}
