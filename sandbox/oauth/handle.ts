import { json } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { checkIdToken, sameText } from "../signing.ts";
import { issueOfflineToken, issueOnlineToken, rotate, type TokenAnswer } from "./tokens.ts";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

type Parameters = Record<string, string>;

/**
 * `POST /admin/oauth/access_token`: token exchange and refresh, the two grants of an embedded app that Shopify itself
 * installs. The authorization-code grant is not here: no page of the sandbox hands out codes.
 */
export async function handleOauth(request: Request, sandbox: Sandbox): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname !== "/admin/oauth/access_token") return json({ errors: "Not Found" }, 404);
  if (request.method !== "POST") return json({ errors: "Method Not Allowed" }, 405);
  const parameters = await readParameters(request);
  if (!parameters) return refuse(400, "invalid_request", "The request body could not be read.");
  return grant(sandbox, sandbox.shopOf(request).domain, parameters);
}

function grant(sandbox: Sandbox, shop: string, parameters: Parameters): Response {
  const { apiKey, apiSecret } = sandbox.options;
  const { client_id = "", client_secret = "", grant_type } = parameters;
  if (client_id !== apiKey || !sameText(client_secret, apiSecret))
    return refuse(
      400,
      "invalid_client",
      "Client authentication failed: unknown client or wrong client secret.",
    );
  if (grant_type === TOKEN_EXCHANGE) return exchange(sandbox, shop, parameters);
  if (grant_type === "refresh_token") return refresh(sandbox, shop, parameters);
  return refuse(400, "unsupported_grant_type", `The sandbox knows no grant type ${grant_type ?? "(none)"}.`);
}

function exchange(sandbox: Sandbox, shop: string, parameters: Parameters): Response {
  const { apiKey, apiSecret, now } = sandbox.options;
  if (parameters.subject_token_type !== ID_TOKEN)
    return refuse(400, "invalid_request", "The subject token type must be an id token.");
  const check = checkIdToken(parameters.subject_token ?? "", apiSecret, apiKey, now());
  if (!check.valid || check.claims.dest !== `https://${shop}`)
    return refuse(
      400,
      "invalid_subject_token",
      "Token exchange cannot be performed due to an invalid subject token.",
    );
  const installation = sandbox.installation(shop);
  if (!installation)
    return refuse(400, "app_not_installed", "The application is not installed on this shop.");
  const wanted = parameters.requested_token_type ?? OFFLINE;
  if (wanted === ONLINE) return answer(issueOnlineToken(sandbox, shop, installation, check.claims.sub));
  if (wanted !== OFFLINE) return refuse(400, "invalid_request", "The requested token type is unknown.");
  return answer(issueOfflineToken(sandbox, shop, installation, { expiring: parameters.expiring === "1" }));
}

function refresh(sandbox: Sandbox, shop: string, parameters: Parameters): Response {
  const tokens = rotate(sandbox, shop, parameters.refresh_token ?? "");
  if (!tokens) return refuse(401, "invalid_request", "This request requires an active refresh_token");
  return answer(tokens);
}

function answer(tokens: TokenAnswer): Response {
  return json(tokens, 200, { "cache-control": "no-store" });
}

function refuse(status: number, error: string, description: string): Response {
  return json({ error, error_description: description }, status);
}

/** JSON or a form, as Shopify takes both; null where it is neither. */
async function readParameters(request: Request): Promise<Parameters | null> {
  const body = await request.text();
  if (request.headers.get("content-type")?.includes("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed === null || typeof parsed !== "object") return null;
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}
