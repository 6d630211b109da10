import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { countOf } from "../use-cases/segments/members-of.ts";
import { definitionIn } from "../use-cases/segments/save-segment.ts";

/** How many a definition finds while it is being written; null where it cannot be read yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const asked = new URL(args.request.url).searchParams.get("definition") ?? "";
  const definition = definitionIn(asked);
  return { asked, members: definition === null ? null : await countOf(services, shop, definition) };
}
