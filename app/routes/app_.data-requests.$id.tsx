import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { downloadDataRequest } from "../use-cases/download-data-request.ts";

/** The file of one request for personal data. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const id = args.params.id ?? "";
  const file = await downloadDataRequest(services, shop, id);
  if (file === null) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="personal-data-${encodeURIComponent(id)}.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
