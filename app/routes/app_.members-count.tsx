import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { countMembers } from "../use-cases/members/count-members.ts";

/** How many members the list finds, where that takes longer than to show the first of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return countMembers(services, shop, new URL(args.request.url).searchParams);
}
