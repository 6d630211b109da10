import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { noteDeed } from "../use-cases/staff/actions.ts";
import { exportActivity } from "../use-cases/staff/export-activity.ts";
import { readActivityQuery } from "../use-cases/staff/list-activity.ts";

/** The log of what staff did, as the filters of its page have it. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return forbidden("operations");
  const query = readActivityQuery(new URL(args.request.url).searchParams);
  await noteDeed(services, shop.id, { staff, role, action: "activity.exported", subject: null });
  return sendFile("perennial-activity.csv", "text/csv; charset=utf-8", (write) =>
    exportActivity(services, shop, { query, write }),
  );
}
