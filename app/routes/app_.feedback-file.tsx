import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { writeFeedbackCsv } from "../use-cases/feedback/feedback-csv.ts";
import { readFeedbackQuery } from "../use-cases/feedback/list-feedback.ts";

/** What customers wrote, as the filters of the inbox have it. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const query = readFeedbackQuery(new URL(args.request.url).searchParams);
  return sendFile("perennial-feedback.csv", "text/csv; charset=utf-8", (write) =>
    writeFeedbackCsv(services, shop, { query, by: { staff, role }, write }),
  );
}
