import type { DocumentPath } from "../../../loyalty/editing/document.ts";
import type { Field } from "../../../loyalty/editing/fields.ts";
import { ChoiceInput } from "./choice-input.tsx";
import { FlagInput } from "./flag-input.tsx";
import { InstantInput } from "./instant-input.tsx";
import { LevelsInput } from "./levels-input.tsx";
import { NamesInput } from "./names-input.tsx";
import { ProductInput } from "./product-input.tsx";
import { ShapeInput } from "./shape-input.tsx";
import { TextInput } from "./text-input.tsx";

export interface FieldProps {
  /** What the field's path begins from. */
  base: DocumentPath;
  field: Field;
}

/** The input for a field, with its label, its help and what is wrong with it. */
export function FieldInput({ base, field }: FieldProps) {
  const { as } = field;
  if (typeof as === "object") {
    if ("flag" in as) return <FlagInput base={base} field={field} flag={as.flag} />;
    if ("choice" in as) return <ChoiceInput base={base} field={field} as={as} />;
    return <ShapeInput base={base} field={field} as={as} />;
  }
  switch (as) {
    case "instant":
      return <InstantInput base={base} field={field} />;
    case "levels":
      return <LevelsInput base={base} field={field} />;
    case "names":
    case "counts":
    case "products":
    case "variants":
    case "collections":
      return <NamesInput base={base} field={field} />;
    case "product":
      return <ProductInput base={base} field={field} />;
    default:
      return <TextInput base={base} field={field} />;
  }
}
