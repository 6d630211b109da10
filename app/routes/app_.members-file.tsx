import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { writeMembersCsv } from "../use-cases/members/members-csv.ts";

/** The list of members as a file: whoever the address finds. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const address = new URL(args.request.url).searchParams;
  return sendFile("members.csv", "text/csv; charset=utf-8", (write) =>
    writeMembersCsv(services, shop, { address, by: { staff, role }, write }),
  );
}
