import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import type { Field } from "../../../loyalty/editing/fields.ts";
import { localesOf, namedThings, pluralsOf } from "../../../loyalty/editing/named-things.ts";
import { faultsBeyondFields } from "../../../loyalty/editing/sections.ts";
import { useEditing } from "../editor-context.ts";
import { FaultList } from "../fault-list.tsx";
import { languageName } from "../../../texts/language-name.ts";
import { OutsideCards, SectionHeading } from "../section-card.tsx";
import { NameInput } from "../fields/name-input.tsx";

/** The languages of the storefront's texts. */
const OFFERED = ["en", "de", "fr", "es", "it", "nl", "ja", "zh-CN"];

/** What the shop calls things, language by language. */
export function TextsSection() {
  const { t, f } = useWords();
  const { document, change, faults, isLocked } = useEditing();
  const words = t.editor;
  const locales = localesOf(document);
  const left = OFFERED.filter((locale) => !locales.includes(locale));
  const [chosen, setChosen] = useState("");
  return (
    <BlockStack gap="400">
      <SectionHeading section="texts" />
      <FaultList
        faults={faultsBeyondFields(
          faults,
          ["texts"],
          locales.map((locale) => ({ path: [locale] })),
        )}
        base={["texts"]}
      />
      {locales.length > 0 ? null : (
        <Card>
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {words.none.texts.title}
            </Text>
            <Text as="p" tone="subdued">
              {words.none.texts.text}
            </Text>
          </BlockStack>
        </Card>
      )}
      {locales.map((locale) => (
        <LanguageCard key={locale} locale={locale} />
      ))}
      {left.length === 0 ? null : (
        <OutsideCards>
          <InlineStack gap="200" blockAlign="end">
            <Select
              label={words.texts.language}
              options={[
                { value: "", label: "" },
                ...left.map((value) => ({ value, label: languageName(value, f) })),
              ]}
              value={chosen}
              onChange={setChosen}
              disabled={isLocked}
            />
            <Button
              disabled={isLocked || chosen === ""}
              onClick={() => {
                change(["texts", chosen], {});
                setChosen("");
              }}
            >
              {words.add.languages}
            </Button>
          </InlineStack>
        </OutsideCards>
      )}
    </BlockStack>
  );
}

function LanguageCard({ locale }: { locale: string }) {
  const { t, f } = useWords();
  const { document, remove, faults, isLocked } = useEditing();
  const words = t.editor.texts;
  const things = namedThings(document);
  const base = ["texts", locale];
  const plurals = pluralsOf(locale).map((plural) => nameField(words.plural[plural], ["points", plural]));
  const groups = (["tiers", "rewards", "rules", "activities"] as const).map((section) => ({
    section,
    fields: things[section].map((id) => nameField(id, [section, id])),
  }));
  const all = [...plurals, ...groups.flatMap(({ fields }) => fields)];
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {languageName(locale, f)}
          </Text>
          <Button
            variant="plain"
            tone="critical"
            disabled={isLocked}
            accessibilityLabel={words.remove(languageName(locale, f))}
            onClick={() => remove(base, languageName(locale, f))}
          >
            {t.editor.card.remove}
          </Button>
        </InlineStack>
        <NameGroup title={words.points} base={base} fields={plurals} />
        {groups.map(({ section, fields }) =>
          fields.length === 0 ? null : (
            <NameGroup key={section} title={words[section]} base={base} fields={fields} />
          ),
        )}
        <FaultList faults={faultsBeyondFields(faults, base, all)} base={base} />
      </BlockStack>
    </Card>
  );
}

function nameField(name: string, path: string[]): Field {
  return { name, path, as: "text" };
}

function NameGroup({ title, base, fields }: { title: string; base: string[]; fields: Field[] }) {
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingXs">
        {title}
      </Text>
      <div className="perennial-names">
        {fields.map((field) => (
          <NameInput key={field.path.join()} base={base} field={field} />
        ))}
      </div>
    </BlockStack>
  );
}
