import { Badge, Banner, BlockStack, Button, InlineStack, Layout, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useWords } from "../../components/use-words.ts";
import { MoreActions } from "../../components/more-actions.tsx";
import { useMay } from "../../components/use-may.ts";
import { memberName } from "../../texts/member-name.ts";
import { AboutCard } from "./about-card.tsx";
import { Deeds } from "./deeds.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { LotsCard, PendingCard } from "./lots-card.tsx";
import { PredictionCard } from "./prediction-card.tsx";
import { RedemptionsCard } from "./redemptions-card.tsx";
import type { ShownView } from "./shown-view.ts";
import { TierCard } from "./tier-card.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { useDeeds } from "./use-deeds.ts";
import { useMemberActions } from "./use-member-actions.ts";

/** Everything about one person: what happened to them on one line, and beside it what they are and have now. */
export function MemberPage({ view }: { view: ShownView }) {
  const { t } = useWords();
  const { member } = view;
  const deeds = useDeeds();
  const actions = useMemberActions(view, deeds.ask);
  const isErased = member.id.startsWith("-");
  const name = memberName(member, t);
  // Who gave no name is called by their address already.
  const address = isErased || member.email === name ? null : member.email;
  return (
    <Page
      title={name}
      titleMetadata={<Badges view={view} />}
      {...(address === null ? {} : { subtitle: address })}
      backAction={{ content: t.member.back, url: "/app/members" }}
      {...(isErased
        ? {}
        : {
            primaryAction: actions.primary,
            secondaryActions: <MoreActions title={t.person.more} items={actions.others} />,
          })}
    >
      <TitleBar title={t.member.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Notices view={view} onUnblock={() => deeds.ask({ deed: "unblock" })} />
            <FiguresCard figures={view.figures} />
            <TimelineCard view={view} ask={deeds.ask} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <AboutCard view={view} />
            <TierCard view={view} />
            <PredictionCard prediction={view.prediction} />
            <PendingCard pending={view.pending} />
            <LotsCard lots={view.lots} />
            <RedemptionsCard redemptions={view.redemptions} rewards={view.labels.rewards} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <Deeds view={view} deeds={deeds} />
    </Page>
  );
}

function Badges({ view: { member, labels } }: { view: ShownView }) {
  const { t } = useWords();
  const { badges } = t.person;
  const level = labels.tiers.find(({ id }) => id === member.level)?.name ?? member.level;
  return (
    <InlineStack as="span" gap="100">
      {level === null ? null : <Badge tone="info">{level}</Badge>}
      {member.blocked ? (
        <Badge tone="critical">{badges.blocked}</Badge>
      ) : member.out ? (
        <Badge tone="attention">{badges.left}</Badge>
      ) : null}
    </InlineStack>
  );
}

/** What anybody who looks at this person should know first; nothing most of the time. */
function Notices({ view: { member, now }, onUnblock }: { view: ShownView; onUnblock: () => void }) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.person;
  if (member.id.startsWith("-"))
    return <Banner tone="info">{t.member.erased(f.date(member.erasedAt ?? now))}</Banner>;
  if (member.blocked)
    return (
      <Banner tone="warning" title={words.blocked.title}>
        <BlockStack gap="200" inlineAlign="start">
          {words.blocked.text}
          {may("members.manage") ? <Button onClick={onUnblock}>{words.unblock.menu}</Button> : null}
        </BlockStack>
      </Banner>
    );
  return member.out ? <Banner tone="info">{words.left}</Banner> : null;
}
