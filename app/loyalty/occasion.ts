import type { Cause } from "./events.ts";
import type { Instant } from "./time.ts";

/** When, and because of what, something is done. */
export interface Occasion {
  at: Instant;
  cause: Cause;
}

/** What falls due happens because time passed, whoever notices it. */
export function dueAt(at: Instant): Occasion {
  return { at, cause: { eventId: "due", actor: "clock" } };
}
