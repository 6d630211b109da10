import type { Scene } from "../commerce/scene.ts";
import { resolveNamespace } from "../graphql/app-identity.ts";
import type { Id, OwnerType } from "../state/types.ts";
import { metafieldsOf } from "./cart.ts";
import { findFunction } from "./extension.ts";
import { runFunction } from "./run.ts";

/** What calls a function: a discount, a validation. */
export type FunctionOwner = { id: Id; functionHandle: string };

export type Call = { ownerType: OwnerType; target: string; root: object };

/**
 * Runs the function of an owner; null where the app that brought it is gone. `root` lacks the owner itself, which is put in
 * its place with its metafields.
 */
export function callFunction(scene: Scene, owner: FunctionOwner, { ownerType, target, root }: Call): unknown {
  const { sandbox, shop } = scene;
  if (sandbox.installation(shop.domain) === null) return null;
  const extension = findFunction(sandbox.options.extensions, owner.functionHandle, target);
  if (!extension) return null;
  return runFunction(extension, root, variablesOf(scene, owner, ownerType, extension.variables));
}

export function ownerFields(scene: Scene, ownerType: OwnerType, { id }: FunctionOwner): object {
  return metafieldsOf(scene, ownerType, id);
}

function variablesOf(
  scene: Scene,
  { id }: FunctionOwner,
  ownerType: OwnerType,
  place: { namespace: string; key: string } | null,
): Record<string, unknown> {
  if (place === null) return {};
  const namespace = resolveNamespace(scene.sandbox, place.namespace);
  const metafield = scene.collection("metafield").find(`${ownerType}/${id}/${namespace}/${place.key}`);
  return metafield ? (JSON.parse(metafield.value) as Record<string, unknown>) : {};
}
