import type { ShopifyGlobal } from "@shopify/app-bridge-types";
import type { PickerRequest, ResourcePickerRequest } from "../protocol.ts";
import type { Line } from "./line.ts";

type PickerOptions = Parameters<ShopifyGlobal["picker"]>[0];
type ResourceOptions = Parameters<ShopifyGlobal["resourcePicker"]>[0];

export function createResourcePicker(line: Line): ShopifyGlobal["resourcePicker"] {
  const pick = async (options: ResourceOptions) => {
    const chosen = await line.ask("resourcePicker", readResourceOptions(options));
    // Older apps read `selection` from the same answer.
    return chosen === null ? undefined : Object.assign(chosen, { selection: chosen });
  };
  return pick as ShopifyGlobal["resourcePicker"];
}

export function createPicker(line: Line): ShopifyGlobal["picker"] {
  return async (options) => ({
    selected: line.ask("picker", readPickerOptions(options)).then((ids) => ids ?? undefined),
  });
}

function readResourceOptions(options: ResourceOptions): ResourcePickerRequest {
  const { filter = {} } = options;
  return {
    type: options.type,
    action: options.action ?? "add",
    limit: limitOf(options.multiple),
    query: options.query ?? "",
    filterQuery: filter.query ?? "",
    showVariants: filter.variants ?? true,
    showDrafts: filter.draft ?? true,
    showArchived: filter.archived ?? true,
    selected: (options.selectionIds ?? []).map(({ id, variants }) => ({
      id,
      variants: (variants ?? []).map((variant) => variant.id),
    })),
  };
}

function readPickerOptions({ heading, multiple, headers, items }: PickerOptions): PickerRequest {
  return {
    heading,
    limit: limitOf(multiple),
    columns: (headers ?? []).map(({ content, type }) => ({
      content: content ?? "",
      numeric: type === "number",
    })),
    rows: items.map((item) => ({
      id: item.id,
      heading: item.heading,
      data: (item.data ?? []).map((value) => String(value ?? "")),
      badges: (item.badges ?? []).map(({ content, tone }) => ({ content, tone: tone ?? "info" })),
      thumbnail: item.thumbnail?.url ?? null,
      disabled: item.disabled ?? false,
      selected: item.selected ?? false,
    })),
  };
}

function limitOf(multiple: boolean | number | undefined): number | null {
  if (multiple === true) return null;
  return typeof multiple === "number" ? multiple : 1;
}
