import { Banner, BlockStack, Card } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import type { RewardsView } from "../../use-cases/rewards-admin/show-rewards.ts";
import { IssuesCard } from "./issues-card.tsx";
import { RewardsTable } from "./rewards-table.tsx";

export function RewardsPage({ view }: { view: RewardsView }) {
  const { t } = useWords();
  const words = t.rewardPages;
  const navigate = useNavigate();
  return (
    <IndexPage
      title={words.title}
      fullWidth
      actions={
        <>
          <button onClick={() => void navigate("/app/rewards/codes")}>{words.codes}</button>
          <button onClick={() => void navigate("/app/programme")}>{words.edit}</button>
        </>
      }
    >
      <BlockStack gap="400">
        {view.isPaused ? <Banner tone="info">{words.paused}</Banner> : null}
        <Card padding="0">
          {view.rewards.length === 0 ? (
            <NothingHere
              illustrated
              heading={words.empty.heading}
              text={words.empty.text}
              action={{ content: words.empty.action, url: "/app/programme", primary: true }}
            />
          ) : (
            <RewardsTable view={view} />
          )}
        </Card>
        <IssuesCard view={view} />
      </BlockStack>
    </IndexPage>
  );
}
