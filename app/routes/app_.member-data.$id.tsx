import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { exportMember } from "../use-cases/person/export-member.ts";

/** Everything kept about a member, as one file. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const memberId = args.params.id ?? "";
  const file = await exportMember(services, shop, { memberId, by: { staff, role } });
  if (file === null) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="member-${memberId}.json"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
