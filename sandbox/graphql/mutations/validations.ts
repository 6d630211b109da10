import { findFunction } from "../../functions/extension.ts";
import type { CartValidation } from "../../state/function-types.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { findValidation, validationView } from "../views/validations.ts";
import { faultOfMetafields, setMetafieldsOf, type OwnMetafield } from "./own-metafields.ts";
import { failed, type UserError } from "./user-errors.ts";

const TARGET = "cart.validations.generate.run";
/** Of enabled ones; Shopify runs no more. */
const MOST_ENABLED = 25;

type Input = {
  title?: string | null;
  functionHandle?: string | null;
  enable?: boolean | null;
  blockOnFailure?: boolean | null;
  metafields?: OwnMetafield[] | null;
};

function validationCreate({ validation: input }: { validation: Input }, context: Context): View {
  const handle = input.functionHandle ?? "";
  if (findFunction(context.sandbox.options.extensions, handle, TARGET) === null)
    return failed(["validation"], [fault("functionHandle", "Extension not found.", "NOT_FOUND")]);
  const before: CartValidation = {
    id: context.sandbox.store.nextId("validation"),
    title: handle,
    functionHandle: handle,
    enabled: false,
    blockOnFailure: false,
    createdAt: context.sandbox.now(),
  };
  return change(context, before, input);
}

function validationUpdate(
  { id, validation: input }: { id: string; validation: Input },
  context: Context,
): View {
  const before = findValidation(context, id);
  if (!before) return failed(["validation"], [{ field: ["id"], message: "Not found.", code: "NOT_FOUND" }]);
  return change(context, before, input);
}

/** Whoever does not say that it is enabled disables it: Shopify's input is false where it is left out. */
function change(context: Context, before: CartValidation, input: Input): View {
  const wrong = faultOfMetafields(input.metafields);
  if (wrong) return failed(["validation"], [fault("metafields", wrong, "INVALID_VALUE")]);
  const enabled = input.enable ?? false;
  const others = context
    .collection("validation")
    .list()
    .filter((one) => one.enabled && one.id !== before.id);
  if (enabled && others.length >= MOST_ENABLED)
    return failed(
      ["validation"],
      [fault("enable", "Cannot have more than 25 active validations.", "MAX_VALIDATIONS_ACTIVATED")],
    );
  const changed: CartValidation = {
    ...before,
    title: input.title ?? before.title,
    enabled,
    blockOnFailure: input.blockOnFailure ?? false,
  };
  context.sandbox.store.transaction(() => {
    context.collection("validation").put(changed);
    setMetafieldsOf(context, { ownerType: "VALIDATION", ownerId: changed.id }, input.metafields);
  });
  return { validation: validationView(changed), userErrors: [] };
}

function validationDelete({ id }: { id: string }, context: Context): View {
  const validation = findValidation(context, id);
  if (!validation)
    return failed(["deletedId"], [{ field: ["id"], message: "Not found.", code: "NOT_FOUND" }]);
  context.collection("validation").delete(validation.id);
  return { deletedId: id, userErrors: [] };
}

function fault(field: string, message: string, code: string): UserError {
  return { field: ["validation", field], message, code };
}

export const validationMutations = { validationCreate, validationUpdate, validationDelete } as Fields;
