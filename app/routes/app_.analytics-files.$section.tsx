import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { reportFile } from "../use-cases/analytics/report-file.ts";
import { readReportName } from "../use-cases/analytics/show-report.ts";
import { noteDeed } from "../use-cases/staff/actions.ts";

/** The numbers of a section of a report, which everybody may see; whoever takes those for accounting stands in the log. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, role } = await admit(args);
  const asked = new URL(args.request.url).searchParams;
  const report = readReportName(asked.get("report") ?? undefined);
  const section = args.params.section ?? "";
  if (report === null || !/^[a-z-]+$/.test(section)) return new Response(null, { status: 404 });
  const lines = await reportFile(services, shop, { report, section, asked });
  if (lines === null) return new Response(null, { status: 404 });
  if (report === "journal")
    await noteDeed(services, shop.id, {
      ...{ staff, role, action: "journal.exported", subject: null },
      detail: { file: `${section}.csv` },
    });
  return sendFile(`${section}.csv`, "text/csv; charset=utf-8", async (write) => {
    for (const line of lines) await write(line);
  });
}
