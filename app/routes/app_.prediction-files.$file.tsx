import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { predictionFigures, writePredictions } from "../use-cases/insight/prediction-files.ts";

const CSV = "text/csv; charset=utf-8";

/** What the page of predictions shows, as files: its list, and the numbers of its charts. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  const file = args.params.file ?? "";
  if (file === "members") {
    if (!may("members.export")) return forbidden("members.export");
    const asked = new URL(args.request.url).searchParams;
    return sendFile("predictions.csv", CSV, (write) =>
      writePredictions(services, shop, { asked, by: { staff, role }, write }),
    );
  }
  const lines = await predictionFigures(services, shop, file);
  if (lines === null) return new Response(null, { status: 404 });
  return sendFile(`${file}.csv`, CSV, (write) => write(lines.join("")));
}
