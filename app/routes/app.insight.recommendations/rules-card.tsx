import { useState } from "react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  Divider,
  InlineStack,
  RangeSlider,
  Select,
  Tag,
  Text,
} from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useResourcePicker, type ResourcePicker } from "../../components/use-resource-picker.ts";
import { useWords } from "../../components/use-words.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";
import { listOf, type Boost, type RulesForm, type Subject } from "./rules-form.ts";
import { SubjectInput } from "./subject-input.tsx";

interface RulesCardProps {
  form: RulesForm;
  view: RecommendationsView;
}

/** What the merchant decides: it goes before everything that was learned. */
export function RulesCard({ form, view }: RulesCardProps) {
  const { t } = useWords();
  const words = t.recommendations.rules;
  const isLocked = !useMay()("insight.manage");
  const picker = useResourcePicker();
  const titleOf = (name: string) => picker.titleOf(name) ?? view.titles[name] ?? name;
  const part = { form, view, isLocked, picker, titleOf };
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        <Checkbox
          label={words.on}
          helpText={words.onHelp}
          checked={form.values.on === "yes"}
          disabled={isLocked}
          onChange={(on) => form.change({ on: on ? "yes" : "no" })}
        />
        <Divider />
        <Pinned {...part} />
        <Divider />
        <Excluded {...part} />
        <Divider />
        <Boosted {...part} />
        <Divider />
        <Weights {...part} />
      </BlockStack>
    </Card>
  );
}

interface PartProps extends RulesCardProps {
  isLocked: boolean;
  picker: ResourcePicker;
  /** What a product is called; what is no product's number stays as it is. */
  titleOf: (name: string) => string;
}

function Heading({ title, help }: { title: string; help: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p" tone="subdued">
        {help}
      </Text>
    </BlockStack>
  );
}

function Pinned({ form, isLocked, picker, titleOf }: PartProps) {
  const { t } = useWords();
  const words = t.recommendations.rules;
  const pinned = listOf<string>(form.values.pinned);
  const set = (next: string[]) => form.change({ pinned: JSON.stringify(next) });
  return (
    <BlockStack gap="200">
      <Heading title={words.pinned} help={words.pinnedHelp} />
      <InlineStack gap="200" blockAlign="center">
        {pinned.map((id) => (
          <Tag key={id} disabled={isLocked} onRemove={() => set(pinned.filter((other) => other !== id))}>
            {titleOf(id)}
          </Tag>
        ))}
        <Button
          disabled={isLocked}
          onClick={() => void picker.pick("products", pinned).then((ids) => ids && set(ids.slice(0, 20)))}
        >
          {words.choose}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

/** Those among the rules that no product is meant by, perhaps for a slip of the pen. */
function NamingNothing({ among, view }: { among: readonly Subject[]; view: RecommendationsView }) {
  const { t, f } = useWords();
  const words = t.recommendations.rules;
  const found = view.namingNothing.filter(({ by, value }) =>
    among.some((subject) => subject.by === by && subject.value === value),
  );
  if (found.length === 0) return null;
  const named = found.map(({ by, value }) => words.subject(words.by[by], value));
  return <Banner tone="warning">{words.namingNothing(f.list([...new Set(named)]))}</Banner>;
}

function Excluded({ form, view, isLocked, picker, titleOf }: PartProps) {
  const { t } = useWords();
  const words = t.recommendations.rules;
  const excluded = listOf<Subject>(form.values.excluded);
  const set = (next: Subject[]) => form.change({ excluded: JSON.stringify(next) });
  const isSame = (a: Subject, b: Subject) => a.by === b.by && a.value === b.value;
  return (
    <BlockStack gap="200">
      <Heading title={words.excluded} help={words.excludedHelp} />
      <InlineStack gap="200">
        {excluded.map((subject) => (
          <Tag
            key={`${subject.by} ${subject.value}`}
            disabled={isLocked}
            onRemove={() => set(excluded.filter((other) => !isSame(other, subject)))}
          >
            {words.subject(words.by[subject.by], titleOf(subject.value))}
          </Tag>
        ))}
      </InlineStack>
      <NamingNothing among={excluded} view={view} />
      <SubjectInput
        view={view}
        picker={picker}
        isLocked={isLocked}
        label={words.exclude}
        onAdd={(subject) => {
          if (!excluded.some((other) => isSame(other, subject))) set([...excluded, subject]);
        }}
      />
    </BlockStack>
  );
}

const FACTORS = ["0.5", "2", "3"] as const;

function Boosted({ form, view, isLocked, picker, titleOf }: PartProps) {
  const { t, f } = useWords();
  const words = t.recommendations.rules;
  const boosted = listOf<Boost>(form.values.boosted);
  const set = (next: Boost[]) => form.change({ boosted: JSON.stringify(next) });
  const [factor, setFactor] = useState<string>("2");
  const others = (subject: Subject) =>
    boosted.filter(({ by, value }) => by !== subject.by || value !== subject.value);
  return (
    <BlockStack gap="200">
      <Heading title={words.boosted} help={words.boostedHelp} />
      <InlineStack gap="200">
        {boosted.map((boost) => (
          <Tag key={`${boost.by} ${boost.value}`} disabled={isLocked} onRemove={() => set(others(boost))}>
            {words.boost(
              words.subject(words.by[boost.by], titleOf(boost.value)),
              f.decimal(String(boost.factor)),
            )}
          </Tag>
        ))}
      </InlineStack>
      <NamingNothing among={boosted} view={view} />
      <Select
        label={words.factor}
        options={FACTORS.map((value) => ({ value, label: words.times(f.decimal(value)) }))}
        value={factor}
        onChange={setFactor}
        disabled={isLocked}
      />
      <SubjectInput
        view={view}
        picker={picker}
        isLocked={isLocked}
        label={words.weigh}
        onAdd={(subject) => set([...others(subject), { ...subject, factor: Number(factor) }])}
      />
    </BlockStack>
  );
}

const MOST = ["", "1", "2", "3", "4", "5"] as const;

function Weights({ form, view: { catalogue }, isLocked }: PartProps) {
  const { t, f } = useWords();
  const words = t.recommendations.rules;
  const { sold, withCost } = catalogue;
  return (
    <BlockStack gap="400">
      <Select
        label={words.diversity}
        helpText={words.diversityHelp}
        options={MOST.map((value) => ({
          value,
          label: value === "" ? words.anyNumber : words.mostOf(value, f.count(Number(value))),
        }))}
        value={form.values.mostOfAType}
        onChange={(mostOfAType) => form.change({ mostOfAType })}
        disabled={isLocked}
      />
      <RangeSlider
        label={words.margin}
        helpText={withCost === 0 ? words.noCost : words.marginHelp(f.count(withCost), f.count(sold))}
        min={0}
        max={100}
        step={10}
        value={Number(form.values.margin)}
        onChange={(value) => form.change({ margin: String(value) })}
        suffix={f.share(String(Number(form.values.margin) / 100))}
        disabled={isLocked || withCost === 0}
        output
      />
    </BlockStack>
  );
}
