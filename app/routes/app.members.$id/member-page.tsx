import { useState } from "react";
import { Badge, Banner, BlockStack, Layout, Page } from "@shopify/polaris";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { StaffRedemption } from "../../use-cases/rewards/list-redemptions.ts";
import type { MemberView } from "../../use-cases/show-member.ts";
import { AdjustModal } from "./adjust-modal.tsx";
import { BeforeCard } from "./before-card.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import { LotsCard, PendingCard } from "./lots-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { saveReceipt } from "./save-receipt.ts";
import { RedemptionsCard } from "./redemptions-card.tsx";

interface ShownView extends MemberView {
  redemptions: StaffRedemption[];
  /** Why an order earned no more, by its id. */
  reasons: Record<string, string[]>;
}

export function MemberPage({ view }: { view: ShownView }) {
  const { t, f } = useWords();
  const words = t.member;
  const { member } = view;
  const shopify = useAppBridge();
  const [adjusting, setAdjusting] = useState({ open: false, key: "" });
  const isErased = member.id.startsWith("-");
  const name = memberName(member, t);
  return (
    <Page
      title={name}
      titleMetadata={member.level === null ? undefined : <Badge tone="info">{member.level}</Badge>}
      {...(isErased ? {} : { subtitle: subtitleOf() })}
      backAction={{ content: words.back, url: "/app/members" }}
      {...(isErased
        ? {}
        : {
            primaryAction: {
              content: words.adjust,
              onAction: () => setAdjusting({ open: true, key: crypto.randomUUID() }),
            },
            secondaryActions: [
              { content: words.receipt, onAction: () => void giveReceipt() },
              {
                content: words.inStore,
                url: `shopify:admin/customers/${member.id}`,
                target: "_top" as const,
              },
            ],
          })}
    >
      <TitleBar title={words.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {isErased ? (
              <Banner tone="info">{words.erased(f.date(member.erasedAt ?? view.now))}</Banner>
            ) : null}
            <FiguresCard figures={view.figures} />
            <LedgerCard ledger={view.ledger} />
            <BeforeCard before={view.before} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <PendingCard pending={view.pending} />
            <LotsCard lots={view.lots} />
            <RedemptionsCard redemptions={view.redemptions} />
            <OrdersCard orders={view.orders} reasons={view.reasons} now={view.now} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <AdjustModal
        key={adjusting.key}
        open={adjusting.open}
        formKey={adjusting.key}
        name={name}
        available={view.figures.available}
        onClose={() => setAdjusting(({ key }) => ({ open: false, key }))}
      />
    </Page>
  );

  async function giveReceipt(): Promise<void> {
    if (!(await saveReceipt(member.id))) shopify.toast.show(words.receiptFailed, { isError: true });
  }

  function subtitleOf(): string {
    const number = words.number(member.id, f.date(member.knownSince));
    return member.email === null || member.email === name ? number : `${member.email} · ${number}`;
  }
}
