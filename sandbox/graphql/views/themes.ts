import { gid } from "../../state/ids.ts";
import { themeChoiceOf } from "../../storefront/theme-choice.ts";
import { themeFiles } from "../../storefront/theme-files.ts";
import { connect, type ListArgs } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime } from "./common.ts";

interface ThemesArgs extends ListArgs {
  roles?: string[] | null;
  names?: string[] | null;
}

interface FilesArgs extends ListArgs {
  filenames?: string[] | null;
}

type File = ReturnType<typeof themeFiles>[number];

const NAME = "Sandbox";

/** The one theme that a shop of the sandbox has. */
function themeView({ shop }: Context): View {
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", 1),
    name: NAME,
    role: "MAIN",
    prefix: "/t/1",
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    createdAt: dateTime(shop.createdAt),
    updatedAt: dateTime(shop.updatedAt),
    files: ({ filenames, ...args }: FilesArgs, context) => {
      const { store, manifest } = context.sandbox;
      const files = themeFiles(themeChoiceOf(store, shop.domain), manifest.handle);
      const asked =
        filenames == null ? files : files.filter(({ filename }) => filenames.some(fits(filename)));
      return { ...connect(numbered(args), listing(asked)), userErrors: [] };
    },
  };
}

/** Unlike other connections this one has a size of its own where none is asked for. */
function numbered(args: ListArgs): ListArgs {
  return { ...args, first: args.first ?? 50 };
}

function listing(docs: File[]) {
  return { resource: "files", docs, idOf: (file: File) => String(docs.indexOf(file)), view: fileView };
}

function fileView({ filename, content }: File): View {
  return {
    __typename: "OnlineStoreThemeFile",
    filename,
    contentType: "application/json",
    size: String(content.length),
    body: () => ({ __typename: "OnlineStoreThemeFileBodyText", content }),
  };
}

/** An asterisk stands for any characters, as in Shopify's own file names. */
function fits(filename: string): (pattern: string) => boolean {
  return (pattern) => new RegExp(`^${pattern.split("*").map(literally).join(".*")}$`).test(filename);
}

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}

export const themeQueries = {
  themes: ({ roles, names, ...args }: ThemesArgs, context) => {
    const isAsked = (roles?.includes("MAIN") ?? true) && (names?.includes(NAME) ?? true);
    return connect(args, {
      resource: "themes",
      docs: isAsked ? ["1"] : [],
      idOf: (id) => id,
      view: () => themeView(context),
    });
  },
  theme: ({ id }: { id: string }, context) => (id === gid("OnlineStoreTheme", 1) ? themeView(context) : null),
} satisfies Fields;
