import type { ActionFunctionArgs } from "@remix-run/node";
import { admit, forbidden } from "../admin.server.ts";
import { receiveFile } from "../files.server.ts";
import { readImport, type ReadImport } from "../use-cases/moving-in/read-import.ts";

/** What arrives by an ordinary line before a request is broken off, as the page and docs/moving-in.md promise it. */
const MOST_BYTES = 20 * 1024 * 1024;
const LONGEST_NAME = 200;

export type Uploaded = ReadImport | { outcome: "too-large" };

/** Takes in a file of another app, as the page sends it: its bytes are the body. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return forbidden("operations");
  const name = new URL(args.request.url).searchParams.get("name") ?? "";
  const file = await receiveFile(args.request, MOST_BYTES);
  if (file === null) return Response.json({ outcome: "too-large" } satisfies Uploaded);
  try {
    const given = { name: name.slice(0, LONGEST_NAME), open: file.open, startedBy: staff, role };
    return Response.json((await readImport(services, shop, given)) satisfies Uploaded);
  } finally {
    await file.remove();
  }
}
