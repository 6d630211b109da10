import type { AdminState, Placed } from "../../protocol.ts";
import { i18nOf } from "../i18n.ts";
import { ask } from "../line.ts";
import { unplayed, unplayedCall } from "../not-played.ts";

/** What blocks and actions of the admin's own pages have. */
export function adminApi(placed: Placed, { place, selected }: AdminState): object {
  return {
    extension: { target: placed.target },
    auth: { idToken: () => ask<string | null>("token") },
    i18n: i18nOf(placed, place),
    data: { selected },
    intents: unplayed("intents"),
    query: unplayedCall("query"),
    picker: unplayedCall("picker"),
    resourcePicker: unplayedCall("resourcePicker"),
    storage: {
      set: (key: string, value: unknown) => ask("storage.write", key, value),
      get: async (key: string) => (await ask<unknown>("storage.read", key)) ?? undefined,
      delete: (key: string) => ask("storage.delete", key),
      clear: () => ask("storage.clear"),
      entries: () => ask("storage.entries"),
    },
    ...(placed.target.endsWith(".block.render")
      ? { navigation: { navigate: (url: string | URL) => void ask("admin.navigate", String(url)) } }
      : { close: () => void ask("admin.close") }),
  };
}
