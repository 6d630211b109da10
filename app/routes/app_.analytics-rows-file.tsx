import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { textsFor } from "../texts/texts.ts";
import { askedRows } from "../use-cases/analytics/list-rows-behind.ts";
import { writeRowsOfFigure } from "../use-cases/analytics/rows-file.ts";

/** The rows that a figure is made of, as a file: they name people. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, role, locale, may } = await admit(args);
  if (!may("members.export")) return forbidden("members.export");
  const found = await askedRows(services, shop, new URL(args.request.url).searchParams);
  if (found === null) return new Response(null, { status: 404 });
  const { question, among } = found;
  if (among?.isReady === false) return stillCounting(locale);
  return sendFile(`${question.of}.csv`, "text/csv; charset=utf-8", (write) =>
    writeRowsOfFigure(services, shop, { question, by: { staff, role }, write }),
  );
}

/** A file of nobody would be taken for the truth. */
function stillCounting(locale: string): Response {
  const { title, after } = textsFor(locale).analytics.segment.counting;
  return new Response(`${title}. ${after}\n`, { status: 409, headers: { "Retry-After": "60" } });
}
