import type { Visit } from "../storefront/visit.ts";
import { listExtensions, nameIn, surfaceOf, textsFor, type UiExtension } from "./extensions.ts";
import type { Placed, SurfaceState } from "./protocol.ts";
import { shopperState } from "./state/shopper-state.ts";

/** The extensions that stand at `?target=` of a shopper's page, each with all it may know; none without the app. */
export function placesFor(visit: Visit): Placed[] {
  const { searchParams } = visit.url;
  const target = searchParams.get("target") ?? "";
  const subject = { order: searchParams.get("order"), path: searchParams.get("path") ?? "/" };
  return extensionsAt(visit, target).map((extension) =>
    placed(extension, target, visit.locale, shopperState(visit, extension, subject)),
  );
}

export function extensionsAt({ sandbox, shop }: Visit, target: string): UiExtension[] {
  if (!sandbox.installation(shop.domain)) return [];
  return listExtensions(sandbox).filter(({ targets }) => targets.some((each) => each.target === target));
}

export function placed(
  extension: UiExtension,
  target: string,
  language: string,
  state: SurfaceState,
): Placed {
  const { handle, apiVersion, capabilities } = extension;
  return {
    handle,
    name: nameIn(extension, language),
    target,
    surface: surfaceOf(target),
    apiVersion,
    capabilities,
    scriptUrl: `/extensions/script/${handle}`,
    ...textsFor(extension, language),
    state,
  };
}
