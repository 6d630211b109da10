import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { writeFeedbackCsv, writeTopicsCsv } from "../use-cases/feedback/feedback-csv.ts";
import { readFeedbackQuery } from "../use-cases/feedback/list-feedback.ts";

/** What customers wrote, as the filters of the inbox have it; or the numbers of its chart, which everybody may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const { searchParams } = new URL(args.request.url);
  const type = "text/csv; charset=utf-8";
  if (searchParams.get("of") === "topics")
    return sendFile("perennial-topics.csv", type, (write) => writeTopicsCsv(services, shop, write));
  if (!may("members.export")) return forbidden("members.export");
  const query = readFeedbackQuery(searchParams);
  return sendFile("perennial-feedback.csv", type, (write) =>
    writeFeedbackCsv(services, shop, { query, by: { staff, role }, write }),
  );
}
