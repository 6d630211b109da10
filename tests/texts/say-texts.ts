/** A text as the pages have it: words, or a function that fills values in. */
export type TextOrFunction = string | ((...values: never[]) => unknown);

/** A text with marks in the place of its values, and which marks it has. */
export interface Said {
  text: string;
  values: string[];
}

const MARKS = ["⟦0⟧", "⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧", "⟦5⟧"];

/** "group.key" → text. */
export function flattenTexts(tree: object, prefix = ""): Map<string, TextOrFunction> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
      const path = prefix === "" ? key : `${prefix}.${key}`;
      return typeof value === "object" && value !== null
        ? [...flattenTexts(value, path)]
        : [[path, value as TextOrFunction] as const];
    }),
  );
}

/** Says the text with a mark for each of its values; a list of values is one that holds one mark. */
export function sayWith(text: TextOrFunction): Said {
  const said = typeof text === "string" ? text : callWith(text);
  return { text: said, values: MARKS.filter((mark) => said.includes(mark)) };
}

/** A text may be a heading with what stands below it. */
function wordsOf(said: unknown): string {
  return typeof said === "object" && said !== null ? Object.values(said).join(" ") : String(said);
}

function callWith(text: (...values: never[]) => unknown): string {
  const attempts: unknown[][] = [MARKS, MARKS.map((mark) => [mark])];
  for (const values of attempts) {
    try {
      return wordsOf(text(...(values as never[])));
    } catch {
      continue;
    }
  }
  throw new Error(`${text.toString()} can be given neither words nor lists`);
}
