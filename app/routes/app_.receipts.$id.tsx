import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { noteDeed } from "../use-cases/staff/actions.ts";

/** A member's receipt, in their own language: staff save it and hand it on. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("members.manage")) return forbidden("members.manage");
  const memberId = /^[1-9]\d{0,17}$/.exec(args.params.id ?? "")?.[0];
  const receipt = memberId === undefined ? null : await args.context.perennial.receipt(shop, memberId);
  if (memberId === undefined || receipt === null) return new Response(null, { status: 404 });
  const subject = { kind: "member", id: memberId } as const;
  await noteDeed(services, shop.id, { staff, role, action: "receipt.downloaded", subject });
  return receipt;
}
