import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { inWords } from "../texts/fault-words.ts";
import { textsFor } from "../texts/texts.ts";
import { noteDeed } from "../use-cases/staff/actions.ts";
import { readFileWish, writeMovingFile } from "../use-cases/moving-out/moving-files.ts";

/** A file of the moving pages: everything, members, refused rows or a receipt. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, locale, services } = await admit(args);
  const wish = readFileWish(args.params.file ?? "", new URL(args.request.url).searchParams);
  if (wish === null) return new Response(null, { status: 404 });
  const permission = wish.what === "members" ? "members.export" : "operations";
  if (!may(permission)) return forbidden(permission);
  await noteDeed(services, shop.id, {
    ...{ staff, role, action: wish.what === "members" ? "members.exported" : "shop.exported" },
    ...{ subject: null, detail: { file: wish.name } },
  });
  const { reasons } = textsFor(locale);
  const say = (words: string) => inWords(words, reasons);
  return sendFile(wish.name, wish.type, (write) => writeMovingFile(services, shop, wish, { write, say }));
}
