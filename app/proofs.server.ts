import { listProofs } from "./use-cases/proof/list-proofs.ts";
import type { Services } from "./use-cases/services.ts";

const PATH = /^\/proofs\/([a-z0-9][a-z0-9-]*\.myshopify\.com)$/;

/** For whoever asks, from wherever: a page that checks a receipt may stand on any site. */
const PUBLIC = { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" };

/** The door at which the signed heads of a shop's ledger are published. */
export function proofsDoor(services: Pick<Services, "db">) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
    const { pathname, searchParams } = new URL(request.url);
    const [, shop] = PATH.exec(pathname) ?? [];
    const before = /^[1-9]\d{0,8}$/.exec(searchParams.get("before") ?? "")?.[0];
    const proofs =
      shop === undefined
        ? null
        : await listProofs(services, shop, before === undefined ? null : Number(before));
    if (proofs === null) return Response.json({ error: "There is nothing here." }, { status: 404 });
    return Response.json(proofs, { headers: PUBLIC });
  };
}
