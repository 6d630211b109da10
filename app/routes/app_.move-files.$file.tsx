import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { readFileWish, writeMovingFile } from "../use-cases/moving-out/moving-files.ts";

/** A file of the moving pages: everything, members, refused rows or a receipt. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const wish = readFileWish(args.params.file ?? "", new URL(args.request.url).searchParams);
  if (wish === null) return new Response(null, { status: 404 });
  return sendFile(wish.name, wish.type, (write) => writeMovingFile(services, shop, wish, write));
}
