import { gid } from "../../state/ids.ts";
import type { CartValidation } from "../../state/function-types.ts";
import { connect, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { numberOf } from "./ids.ts";
import { metafieldFields } from "./metafields.ts";

export function validationView({ id, title, enabled, blockOnFailure }: CartValidation): View {
  return {
    __typename: "Validation",
    id: gid("Validation", id),
    title,
    enabled,
    blockOnFailure,
    ...metafieldFields("VALIDATION", id),
  };
}

export function findValidation(context: Context, globalId: string): CartValidation | null {
  return context.collection("validation").find(numberOf(globalId, "Validation"));
}

function listing(context: Context): Listing<CartValidation> {
  return {
    resource: "validations",
    docs: context.collection("validation").list(),
    idOf: ({ id }) => id,
    view: validationView,
  };
}

export const validationQueries = {
  validation: ({ id }: { id: string }, context) => {
    const validation = findValidation(context, id);
    return validation && validationView(validation);
  },
  validations: (args: ListArgs, context) => connect(args, listing(context)),
} satisfies Fields;
