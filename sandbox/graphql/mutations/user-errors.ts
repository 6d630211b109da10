import type { View } from "../engine/resolve.ts";

/** A fault of the input, told in the payload: the path to the input field, and a code where the mutation has codes. */
export type UserError = { field: string[] | null; message: string; code?: string; elementIndex?: number };

export function userErrorView({ field, message, code, elementIndex }: UserError): View {
  const place = { elementIndex: elementIndex ?? null, elementKey: null };
  return { field, message, code: code ?? null, extraInfo: null, ...place };
}

/** A payload in which nothing happened: every thing is null, and the errors say why. */
export function failed(things: string[], errors: UserError[]): View {
  return {
    ...Object.fromEntries(things.map((thing) => [thing, null])),
    userErrors: errors.map(userErrorView),
  };
}
