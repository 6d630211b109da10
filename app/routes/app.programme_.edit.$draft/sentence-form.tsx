import { Fragment } from "react";
import { InlineError } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { nameOfPath, valueAt, type DocumentPath } from "../../loyalty/editing/document.ts";
import type { EntryForm } from "../../loyalty/editing/entry-form.ts";
import { isFaultOf, pathOfField, type Field } from "../../loyalty/editing/fields.ts";
import { partInWords, partsOf } from "../../texts/document-sentences.ts";
import { useEditing } from "./editor-context.ts";
import { InstantInput } from "./fields/instant-input.tsx";
import { ProductInput } from "./fields/product-input.tsx";
import { TextInput } from "./fields/text-input.tsx";

interface SentenceFormProps {
  /** A sentence with the names of fields in braces. */
  template: string;
  /** Where the entry stands that the sentence is about. */
  base: DocumentPath;
  form: EntryForm;
}

/** A sentence with inputs in the places of its fields; what is wrong with them stands below, so that it stays one. */
export function SentenceForm({ template, base, form }: SentenceFormProps) {
  const { document, faults, faultText, telling } = useEditing();
  const entry = valueAt(document, base);
  const shown = partsOf(template).map((part) => {
    if (typeof part === "string") return part;
    return form.sentence.find(({ name }) => name === part.field) ?? { said: part.field };
  });
  const fields = form.sentence.filter((field) => shown.includes(field));
  // A sentence without inputs stands above already, as that of the card.
  if (fields.length === 0) return null;
  const faulty = fields.flatMap((field) => {
    const path = pathOfField(base, field);
    const texts = faults.filter((fault) => isFaultOf(fault, path)).map(faultText);
    return texts.length === 0 ? [] : [{ id: nameOfPath(path), text: texts.join(" ") }];
  });
  return (
    <>
      <div className="perennial-sentence">
        {shown.map((part, place) => (
          <Fragment key={place}>
            {typeof part === "string" ? (
              <span>{part.trim()}</span>
            ) : "said" in part ? (
              <span>
                <Sentence>{partInWords(part.said, entry, form, telling)}</Sentence>
              </span>
            ) : (
              <InlineField base={base} field={part} />
            )}
          </Fragment>
        ))}
      </div>
      {faulty.map(({ id, text }) => (
        <div key={id} id={`${id}-fault`}>
          <InlineError fieldID={id} message={text} />
        </div>
      ))}
    </>
  );
}

function InlineField({ base, field }: { base: DocumentPath; field: Field }) {
  if (field.as === "instant") return <InstantInput base={base} field={field} />;
  const isWide = field.as === "product" || field.as === "text" || field.as === "long-text";
  return (
    <div className={isWide ? "wide" : field.as === "activity" ? "middle" : "narrow"}>
      {field.as === "product" ? (
        <ProductInput base={base} field={field} inline />
      ) : (
        <TextInput base={base} field={field} inline />
      )}
    </div>
  );
}
