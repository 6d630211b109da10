import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admin.server.ts";
import { sendFile } from "../files.server.ts";
import { looksFile } from "../use-cases/experiments/looks-file.ts";

/** What was seen of an experiment day by day, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const lines = await looksFile(services, shop, args.params.id ?? "");
  if (lines === null) return new Response(null, { status: 404 });
  return sendFile("experiment.csv", "text/csv; charset=utf-8", async (write) => {
    for (const line of lines) await write(line);
  });
}
