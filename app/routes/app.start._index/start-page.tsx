import { useEffect, useState } from "react";
import { BlockStack, Box, Button, Card, Layout, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useActionData, useFetcher, useNavigation, useSubmit } from "@remix-run/react";
import { ChecklistCard } from "../../components/checklist-card.tsx";
import { EffectStatus } from "../../components/effect-status.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { StartView } from "../../use-cases/onboarding/show-start.ts";
import type { EffectStudy } from "../../use-cases/studies/study-effect.ts";
import { TemplateCard, type Chooser, type NamedTemplate } from "./template-card.tsx";

type StartPageView = Omit<StartView, "templates"> & { templates: NamedTemplate[] };

/** The first steps: what counts now, what there is to choose from, and what each would have meant. */
export function StartPage({ view }: { view: StartPageView }) {
  const { t } = useWords();
  const words = t.start;
  const may = useMay();
  const asking = useFetcher<unknown>();
  const chooser = useChooser();
  const { effect } = view;
  const ask = () => void asking.submit({ intent: "effect" }, { method: "post" });
  const isUnasked = effect === null && may("programme.draft");
  useEffect(() => {
    if (isUnasked) ask();
    // Once, when nobody has asked before.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isUnasked]);
  useNewsWhile(effect?.state === "waiting");
  const result = effect?.state === "done" ? effect.result : null;
  const refused = missingPermission(useActionData()) ?? missingPermission(asking.data);
  return (
    <IndexPage title={words.title}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {refused === null ? null : <NotAllowed permission={refused} />}
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" variant="bodyLg">
                {words.intro}
              </Text>
            </Box>
            <NowCard view={view} />
            <BlockStack gap="200">
              <Box paddingInline={{ xs: "400", sm: "0" }}>
                <Text as="h2" variant="headingMd">
                  {words.choose}
                </Text>
                {result === null ? null : <Played result={result} />}
              </Box>
              <EffectStatus effect={effect} onAsk={ask} />
            </BlockStack>
            <BlockStack gap="400">
              {view.templates.map((template) => (
                <TemplateCard
                  key={template.name}
                  template={template}
                  effect={result?.effects[template.name] ?? null}
                  chooser={chooser}
                />
              ))}
            </BlockStack>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ChecklistCard checklist={view.checklist} here="programme" />
            <Card>
              <BlockStack gap="200" inlineAlign="start">
                <Text as="h2" variant="headingMd">
                  {words.bring.title}
                </Text>
                <Text as="p">{words.bring.text}</Text>
                <Button url="/app/move">{words.bring.action}</Button>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}

/** As a navigation, not beside one: an answer that leads on is dropped where the page asks for news meanwhile. */
function useChooser(): Chooser {
  const submit = useSubmit();
  const { formData } = useNavigation();
  const template = formData?.get("intent") === "choose" ? formData.get("template") : null;
  return {
    chosen: typeof template === "string" ? template : null,
    choose: (name, key) => submit({ intent: "choose", template: name, key }, { method: "post" }),
  };
}

/** Of which orders the effects speak. */
function Played({ result: { effects, isCut } }: { result: EffectStudy }) {
  const { t, f } = useWords();
  const words = t.start;
  const counted = Object.values(effects).find((one) => one !== null)?.orders;
  if (counted === undefined || counted.counting === 0 || counted.from === null || counted.to === null)
    return <Text as="p">{words.effect.none}</Text>;
  const [from, to] = [f.date(Date.parse(counted.from)), f.date(Date.parse(counted.to))];
  return (
    <Text as="p" tone="subdued">
      {words.effect.of(f.count(counted.counting), from, to)}{" "}
      {isCut ? words.effect.cut(f.count(counted.told)) : null}
    </Text>
  );
}

/** What counts points meanwhile, said plainly. */
function NowCard({ view: { inForce, isChosen } }: { view: Pick<StartView, "inForce" | "isChosen"> }) {
  const { t, f } = useWords();
  const words = t.start.now;
  const may = useMay();
  const shopify = useAppBridge();
  const keeping = useFetcher<{ outcome: string }>();
  const [isTold, setTold] = useState(false);
  if (keeping.data?.outcome === "kept" && !isTold) setTold(true);
  useEffect(() => {
    if (isTold) shopify.toast.show(words.kept);
  }, [isTold, shopify, words.kept]);
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {inForce === null ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <>
            <Text as="p">
              <Sentence>{programmeSentence(inForce.glance, t, f)}</Sentence>
            </Text>
            <Text as="p" tone="subdued">
              {isChosen
                ? words.chosen(inForce.number, f.date(inForce.since))
                : words.byInstallation(f.date(inForce.since))}
            </Text>
          </>
        )}
        {isChosen || inForce === null || !may("programme.publish") ? null : (
          <Button
            loading={keeping.state !== "idle"}
            onClick={() => void keeping.submit({ intent: "keep" }, { method: "post" })}
          >
            {words.keep}
          </Button>
        )}
      </BlockStack>
    </Card>
  );
}
