import type { Action } from "../commerce/actions.ts";
import type { Sent } from "./form-data.ts";
import { control } from "./visit.ts";
import type { PanelVisit } from "./visit.ts";

export interface Done {
  /** What was done, as a sentence. */
  said: string;
  /** The page that shows it. */
  next: string;
  /** Nothing happened in the shop of which the app would be told. */
  silent?: boolean;
}

/** What a form sets going. */
export type Deed = (visit: PanelVisit, sent: Sent, id: string) => Promise<Done>;

/** Does one thing in the shop through the JSON interface. */
export function act<T>(visit: PanelVisit, action: Action): Promise<T> {
  return control<T>(visit, "/actions", { method: "POST", body: action });
}
