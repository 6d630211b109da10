import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  Layout,
  Page,
  Text,
  TextField,
} from "@shopify/polaris";
import { SaveBar, TitleBar } from "@shopify/app-bridge-react";
import { useRouteLoaderData } from "@remix-run/react";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { SaveNotice } from "../../components/save-notice.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import { conditionsIn } from "../../use-cases/segments/conditions.ts";
import type { SegmentView } from "../../use-cases/segments/show-segment.ts";
import { CountLine } from "./count-line.tsx";
import { DeleteSegment } from "./delete-segment.tsx";
import { GroupEditor } from "./group-editor.tsx";
import { MovesCard } from "./moves-card.tsx";
import { OverTimeCard } from "./over-time-card.tsx";
import { SyncCard } from "./sync-card.tsx";
import { useChoices } from "./use-choices.ts";
import { useSegment } from "./use-segment.ts";

/** Who belongs to a segment, as sentences, with how many that are at once; and what became of it over time. */
export function SegmentPage({ view }: { view: SegmentView }) {
  const { t } = useWords();
  const words = t.segments.page;
  const isNew = view.revision === 0;
  const mayManage = useMay()("insight.manage");
  const isLocked = !mayManage || view.isDeleted;
  const segment = useSegment(view);
  const { form, definition } = segment;
  const choicesOf = useChoices(view.choices);
  const currency = useRouteLoaderData<{ currency: string }>("routes/app")?.currency ?? "";
  useNewsWhile(
    !isNew &&
      (view.followed === null || view.followed.isOld || view.sync.state === "removing" || view.sync.left > 0),
  );
  const title = isNew ? t.segments.new : view.name;
  return (
    <Page title={title} backAction={{ content: words.back, url: "/app/insight/segments" }}>
      <TitleBar title={title} />
      <SaveBar id="segment" open={form.isDirty && !isLocked}>
        <button variant="primary" onClick={form.save} {...(form.isSaving ? { loading: "" } : {})}>
          {t.programme.save}
        </button>
        <button onClick={segment.discard}>{t.programme.discard}</button>
      </SaveBar>
      <BlockStack gap="400">
        <SaveNotice form={form} names={view.names} now={view.now} />
        {form.isFaulty("many") ? <Banner tone="warning">{words.faults.many}</Banner> : null}
        {form.isFaulty("definition") ? <Banner tone="warning">{words.faults.definition}</Banner> : null}
        {mayManage ? null : <WhyNotAllowed permission="insight.manage" />}
        {view.isDeleted ? <Deleted restore={() => segment.act("restore")} mayManage={mayManage} /> : null}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <Card>
                <BlockStack gap="400">
                  <TextField
                    label={words.name}
                    helpText={words.nameHelp}
                    value={form.values.name}
                    onChange={(name) => form.change({ name })}
                    maxLength={60}
                    autoComplete="off"
                    disabled={isLocked}
                    {...(form.isFaulty("name") ? { error: words.faults.name } : {})}
                  />
                  <Text as="h2" variant="headingMd">
                    {words.who}
                  </Text>
                  {conditionsIn(definition).length === 0 ? (
                    <Text as="p" tone="subdued">
                      {words.everybody}
                    </Text>
                  ) : null}
                  <GroupEditor
                    key={segment.drawn}
                    root={definition}
                    group={definition}
                    way={[]}
                    conditions={conditionsIn(definition).length}
                    onChange={segment.change}
                    {...{ choicesOf, currency, isLocked, tagsUnknown: view.choices.tagsUnknown }}
                  />
                  <CountLine
                    definition={form.values.definition}
                    id={isNew ? null : view.id}
                    isSaved={!form.isDirty}
                  />
                </BlockStack>
              </Card>
              {isNew ? null : <OverTimeCard days={view.days} />}
              {isNew ? null : <MovesCard moves={view.moves} choicesOf={choicesOf} />}
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <SyncCard view={view} act={segment.act} isActing={segment.isActing} isLocked={isLocked} />
              {isNew || isLocked ? null : <DeleteSegment onDelete={() => segment.act("delete")} />}
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

function Deleted({ restore, mayManage }: { restore: () => void; mayManage: boolean }) {
  const { t } = useWords();
  const words = t.segments.page;
  return (
    <Banner tone="warning">
      <BlockStack gap="300">
        <Text as="p">{words.deleted}</Text>
        {mayManage ? (
          <InlineStack>
            <Button onClick={restore}>{words.restore}</Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Banner>
  );
}
