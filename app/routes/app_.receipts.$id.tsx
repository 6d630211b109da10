import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";

/** A member's receipt, in their own language: staff save it and hand it on. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop } = await admit(args);
  const memberId = /^[1-9]\d{0,17}$/.exec(args.params.id ?? "")?.[0];
  const receipt = memberId === undefined ? null : await args.context.perennial.receipt(shop, memberId);
  return receipt ?? new Response(null, { status: 404 });
}
