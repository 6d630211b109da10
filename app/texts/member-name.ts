import { apart } from "./apart.ts";
import type { Texts } from "./texts.ts";

export interface NamedMember {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

/** What a member is called: name, else address, else number; who was erased has none of them. */
export function memberName({ id, firstName, lastName, email }: NamedMember, t: Texts): string {
  if (id.startsWith("-")) return t.common.erasedCustomer;
  const name = [firstName, lastName].filter((part) => part !== null && part.trim() !== "").join(" ");
  return name !== "" ? apart(name) : (email ?? t.common.customer(id));
}
