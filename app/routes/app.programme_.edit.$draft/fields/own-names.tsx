import { BlockStack, Text } from "@shopify/polaris";
import { useLocale } from "../../../components/use-locale.ts";
import { useWords } from "../../../components/use-words.ts";
import { localesOf } from "../../../loyalty/editing/named-things.ts";
import { pathOfName, type NameKey } from "../../../loyalty/editing/own-names.ts";
import { languageOf } from "../../../texts/language.ts";
import { languageName } from "../../../texts/language-name.ts";
import { useEditing } from "../editor-context.ts";
import { NameInput } from "./name-input.tsx";

/** What shoppers read of an entry, in each language that the programme has names in, else in that of the staff. */
export function OwnNames({ of, id }: { of: NameKey; id: string }) {
  const { t, f } = useWords();
  const { document } = useEditing();
  const own = languageOf(useLocale());
  const known = localesOf(document);
  const locales = known.length === 0 ? [own] : known;
  const words = t.editor.card;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingXs">
        {words.names}
      </Text>
      <Text as="p" tone="subdued">
        {words.namesHelp}
      </Text>
      <div className="perennial-names">
        {locales.map((locale) => (
          <NameInput
            key={locale}
            base={[]}
            field={{ name: languageName(locale, f), path: pathOfName(locale, of, id), as: "text" }}
          />
        ))}
      </div>
    </BlockStack>
  );
}
