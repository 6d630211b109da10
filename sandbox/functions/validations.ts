import { Refusal } from "../http/answer.ts";
import type { Scene } from "../commerce/scene.ts";
import type { CartValidation } from "../state/function-types.ts";
import { functionRoot, type FunctionCart } from "./cart.ts";
import { callFunction, ownerFields } from "./owners.ts";
import { FunctionFailure } from "./run.ts";

const TARGET = "cart.validations.generate.run";
const FAILED = "There is a problem with this cart. Try again later.";

export type Step = "CART_INTERACTION" | "CHECKOUT_INTERACTION" | "CHECKOUT_COMPLETION";

/** A cart that the shop does not sell as it is. */
export class CartRefusal extends Refusal {
  readonly messages: string[];

  constructor(messages: string[]) {
    super(messages.join(" "), 422);
    this.messages = messages;
  }
}

type Output = { operations: { validationAdd?: { errors: { message: string }[] } }[] };

/** What the validations that the shop has by then say against the cart; nothing where it may be bought. */
export function validationMessages(scene: Scene, cart: FunctionCart, step: Step): string[] {
  return scene
    .collection("validation")
    .list()
    .filter(({ enabled, createdAt }) => enabled && createdAt <= scene.at)
    .flatMap((validation) =>
      messagesOf(scene, validation, { ...functionRoot(scene, cart), buyerJourney: { step } }),
    );
}

function messagesOf(scene: Scene, validation: CartValidation, asked: object): string[] {
  const root = { ...asked, validation: ownerFields(scene, "VALIDATION", validation) };
  try {
    const output = callFunction(scene, validation, { ownerType: "VALIDATION", target: TARGET, root });
    if (output === null) return [];
    const { operations } = output as Output;
    return operations.flatMap(
      ({ validationAdd }) => validationAdd?.errors.map(({ message }) => message) ?? [],
    );
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    return validation.blockOnFailure ? [FAILED] : [];
  }
}
