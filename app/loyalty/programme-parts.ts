import { z } from "zod";
import { faultAt } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import { instant, orNull, storeId, text } from "./programme-values.ts";
import type { LineKeys } from "./programme.ts";

/** `from` and `to`, which may stand on every rule and every reward. */
export const windowKeys = { from: orNull(instant()), to: orNull(instant()) };

/** More than anybody writes by hand; keeps a file picked by mistake from being read for minutes. */
const MOST_ENTRIES = 1_000;
const MOST_NAMES = 10_000;

const texts = z.array(text()).max(MOST_NAMES);
const ids = z.array(storeId()).max(MOST_NAMES);

/** The keys by which `match` and `exclude` name lines. */
export const lineKeys = {
  productTags: texts.optional(),
  productIds: ids.optional(),
  variantIds: ids.optional(),
  vendors: texts.optional(),
  productTypes: texts.optional(),
  collections: texts.optional(),
};

export function lineKeysOf(keys: Partial<Record<keyof LineKeys, string[] | undefined>>): LineKeys {
  return {
    productTags: keys.productTags ?? [],
    productIds: keys.productIds ?? [],
    variantIds: keys.variantIds ?? [],
    vendors: keys.vendors ?? [],
    productTypes: keys.productTypes ?? [],
    collections: keys.collections ?? [],
  };
}

/** Looks at the document itself, so that it is told of even where the rest of the entry cannot be read. */
export function refuseEmptyWindow(entry: unknown, path: Path, faults: Fault[]): void {
  const from = instant().safeParse(keyOf(entry, "from")).data;
  const to = instant().safeParse(keyOf(entry, "to")).data;
  if (from === undefined || to === undefined || from < to) return;
  faults.push(
    faultAt([...path, "to"], "does not lie after `from`", "write a later instant, or remove one of the two"),
  );
}

/** What an unread part of the document holds under a key, if it can hold keys at all. */
export function keyOf(part: unknown, key: string): unknown {
  return typeof part === "object" && part !== null && Object.hasOwn(part, key)
    ? Reflect.get(part, key)
    : undefined;
}

/** Looks at the document itself, so that a repeated id is told of even where the rest of its entry cannot be read. */
export function refuseRepeatedIds(entries: readonly unknown[], path: Path, faults: Fault[]): void {
  const seen = new Map<string, number>();
  entries.forEach((entry, index) => {
    const id = keyOf(entry, "id");
    if (typeof id !== "string") return;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else
      faults.push(
        faultAt(
          [...path, index, "id"],
          `repeats the id of entry [${first}], "${id}"`,
          "give it an id of its own",
        ),
      );
  });
}

/** The entries of a list, or none (with a fault) where it is something else. */
export function entriesOf(part: unknown, path: Path, faults: Fault[]): readonly unknown[] {
  if (Array.isArray(part)) {
    if (part.length <= MOST_ENTRIES) return part;
    faults.push(faultAt(path, `has ${part.length} entries`, `keep it to ${MOST_ENTRIES}`));
    return part.slice(0, 1);
  }
  const problem = part === undefined ? "is missing" : "is not a list";
  faults.push(faultAt(path, problem, "write a list, with a dash before each entry; [] is an empty one"));
  return [];
}
