import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { askedRows } from "../use-cases/analytics/list-rows-behind.ts";
import { writeRowsOfFigure } from "../use-cases/analytics/rows-file.ts";

/** The rows that a figure is made of, as a file: they name people. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const found = await askedRows(services, shop, new URL(args.request.url).searchParams);
  if (found === null) return new Response(null, { status: 404 });
  const { question } = found;
  return sendFile(`${question.of}.csv`, "text/csv; charset=utf-8", (write) =>
    writeRowsOfFigure(services, shop, { question, by: { staff, role }, write }),
  );
}
