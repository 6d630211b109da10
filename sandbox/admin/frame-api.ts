import { json, Refusal } from "../http/answer.ts";
import { themeExtensions } from "./extensions.ts";
import type { AdminVisit } from "./handle.ts";
import { appOriginFor, idTokenFor, launchUrl } from "./launch.ts";
import type { ResourceType, ScopesState, StaffProfile } from "./protocol.ts";
import { findResources, selectedResources } from "./resources.ts";

const TYPES: readonly string[] = ["product", "variant", "collection"];

/** What the frame's script asks of its own server to answer the app's App Bridge. */
export function answerFrame(visit: AdminVisit, question: string): Response {
  const { request, sandbox, shop, staff, url } = visit;
  switch (question) {
    case "id-token":
      if (request.method !== "POST") throw new Refusal("Ask for an id token with POST.", 405);
      requireInstalled(visit);
      return json({ idToken: idTokenFor(staff, shop, sandbox) }, 200, { "cache-control": "no-store" });
    case "launch": {
      const origin = appOriginFor(request, sandbox);
      return json({ url: launchUrl(url.searchParams.get("path") ?? "/", staff, shop, origin, sandbox) });
    }
    case "user": {
      const { id, name, email, accountAccess } = staff;
      return json({ id, name, email, accountAccess } satisfies StaffProfile);
    }
    case "scopes":
      return json(scopes(visit));
    case "extensions":
      return json(themeExtensions(sandbox, visit.shop));
    case "resources":
      return json(findResources(visit, resourceType(url), url.searchParams));
    case "selection":
      return json(
        selectedResources(visit, resourceType(url), (url.searchParams.get("ids") ?? "").split(",")),
      );
    default:
      throw new Refusal(`The admin does not answer "${question}".`, 404);
  }
}

function requireInstalled({ sandbox, shop }: AdminVisit): void {
  if (!sandbox.installation(shop.domain)) throw new Refusal("The app is not installed in this shop.", 403);
}

function scopes({ sandbox, shop }: AdminVisit): ScopesState {
  return {
    granted: sandbox.installation(shop.domain)?.scopes ?? [],
    required: sandbox.manifest.scopes,
    optional: [],
  };
}

function resourceType(url: URL): ResourceType {
  const type = url.searchParams.get("type") ?? "product";
  if (!TYPES.includes(type)) throw new Refusal(`The resource picker does not know "${type}".`);
  return type as ResourceType;
}
