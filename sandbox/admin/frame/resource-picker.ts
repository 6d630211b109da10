import type { PickerRequest, ResourcePickerRequest } from "../protocol.ts";
import { openPicker } from "./picker.ts";
import type { Choice } from "./picker.ts";

const NOUNS = { product: "products", variant: "variants", collection: "collections" } as const;
const COLUMNS = {
  product: ["Available", "Price"],
  variant: ["Available", "Price"],
  collection: ["Products"],
} as const;

/** Lets the merchant choose among the shop's own products, variants or collections. */
export async function pickResources(request: ResourcePickerRequest, api: string): Promise<unknown[] | null> {
  const { type, action, limit, query, filterQuery, showVariants, showDrafts, showArchived, selected } =
    request;
  const verb = action === "add" ? "Add" : "Select";
  const preselectedVariants = selected.flatMap(({ variants }) => variants);
  const chosen = await openPicker({
    heading: `${verb} ${NOUNS[type]}`,
    confirm: verb,
    limit,
    query,
    columns: COLUMNS[type].map((content) => ({ content, numeric: true })),
    selected: new Set([...selected.map(({ id }) => id), ...preselectedVariants]),
    selectedChildren: new Set(preselectedVariants),
    async find(typed) {
      const search = new URLSearchParams({ type, query: typed, filter: filterQuery });
      for (const [name, on] of Object.entries({
        variants: showVariants,
        drafts: showDrafts,
        archived: showArchived,
      })) {
        if (on) search.set(name, "1");
      }
      return fetchJson<Choice[]>(`${api}/resources?${search}`);
    },
  });
  if (chosen === null) return null;
  return fetchJson<unknown[]>(
    `${api}/selection?${new URLSearchParams({ type, ids: [...chosen].join(",") })}`,
  );
}

/** Lets the merchant choose among rows the app itself handed over. */
export async function pickRows({ heading, limit, columns, rows }: PickerRequest): Promise<string[] | null> {
  const chosen = await openPicker({
    heading,
    confirm: "Select",
    limit,
    columns,
    query: "",
    selected: new Set(rows.filter((row) => row.selected).map((row) => row.id)),
    selectedChildren: new Set(),
    find: async (typed) =>
      rows
        .filter((row) => row.heading.toLowerCase().includes(typed.toLowerCase()))
        .map((row) => ({ ...row, children: [] })),
  });
  return chosen && [...chosen];
}

export async function fetchJson<T>(address: string, init?: RequestInit): Promise<T> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`The sandbox's admin answered ${response.status} at ${address}.`);
  return (await response.json()) as T;
}
