import { gid } from "../../state/ids.ts";
import type { WebPixel } from "../../state/types.ts";
import { findPixelExtension } from "../../storefront/pixel/extension.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { numberOf } from "../views/ids.ts";
import { userErrorView } from "./user-errors.ts";

type Input = { webPixel: { settings: unknown } };

function webPixelCreate({ webPixel: input }: Input, context: Context): View {
  if (pixelOf(context)) return refused("Web pixel is taken.", "TAKEN");
  return save(context, context.sandbox.store.nextId("webPixel"), input.settings);
}

function webPixelUpdate({ id, webPixel: input }: Input & { id: string }, context: Context): View {
  const before = context.collection("webPixel").find(numberOf(id, "WebPixel"));
  return before ? save(context, before.id, input.settings) : refused("Pixel was not found.", "NOT_FOUND");
}

function webPixelDelete({ id }: { id: string }, context: Context): View {
  const before = context.collection("webPixel").find(numberOf(id, "WebPixel"));
  if (!before) return { deletedWebPixelId: null, userErrors: [errorOf("Pixel was not found.", "NOT_FOUND")] };
  context.collection("webPixel").delete(before.id);
  return { deletedWebPixelId: id, userErrors: [] };
}

/** Settings are text, and every field that the extension names must have some. */
function save(context: Context, id: string, given: unknown): View {
  const extension = findPixelExtension(context.sandbox.options.extensions);
  if (!extension) return refused("No extension found.", "NO_EXTENSION");
  const settings = settingsIn(given);
  if (settings === null) return refused("Settings is not valid JSON.", "INVALID_CONFIGURATION_JSON");
  const fields = extension.fields.toSorted();
  const named = Object.keys(settings).toSorted();
  if (fields.join() !== named.join() || Object.values(settings).some((value) => value === ""))
    return refused("Settings do not fit the extension's fields.", "INVALID_SETTINGS");
  const pixel: WebPixel = { id, settings };
  context.collection("webPixel").put(pixel);
  return { webPixel: view(pixel), userErrors: [] };
}

/** Shopify takes them as JSON, and as a text that holds JSON. */
function settingsIn(given: unknown): Record<string, string> | null {
  try {
    const read: unknown = typeof given === "string" ? JSON.parse(given) : given;
    if (typeof read !== "object" || read === null) return null;
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

function pixelOf(context: Context): WebPixel | null {
  return context.collection("webPixel").list()[0] ?? null;
}

function view({ id, settings }: WebPixel): View {
  return { __typename: "WebPixel", id: gid("WebPixel", id), settings: JSON.stringify(settings) };
}

function refused(message: string, code: string): View {
  return { webPixel: null, userErrors: [errorOf(message, code)] };
}

function errorOf(message: string, code: string): View {
  return userErrorView({ field: ["webPixel"], message, code });
}

export const webPixelQueries = {
  webPixel: (_args, context) => {
    const pixel = pixelOf(context);
    return pixel && view(pixel);
  },
} as Fields;

export const webPixelMutations = { webPixelCreate, webPixelUpdate, webPixelDelete } as Fields;
