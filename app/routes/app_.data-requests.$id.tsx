import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { downloadDataRequest } from "../use-cases/download-data-request.ts";
import { noteDeed } from "../use-cases/staff/actions.ts";

/** The file of one request for personal data. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const id = args.params.id ?? "";
  const file = await downloadDataRequest(services, shop, id);
  if (file === null) return new Response(null, { status: 404 });
  await noteDeed(services, shop.id, {
    ...{ staff, role, action: "data-request.downloaded" },
    subject: { kind: "data-request", id },
  });
  return new Response(file, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="personal-data-${encodeURIComponent(id)}.json"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
