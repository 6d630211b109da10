import { isDeepStrictEqual } from "node:util";
import { openBook } from "../../app/loyalty/book.ts";
import { workOffDue } from "../../app/loyalty/due.ts";
import { handle } from "../../app/loyalty/handle.ts";
import { verifyLedger } from "../../app/loyalty/verify-chain.ts";
import { bookTermsOf, eventsOf, resultOf } from "../helpers/core-case.ts";
import type { Case, CaseResult } from "./case-format.ts";
import { resultsOf } from "./model.ts";

/** Where the core and the model part: after which event, and what each of them says then. */
export interface Parting {
  step: number;
  event: unknown;
  core: unknown;
  model: CaseResult | undefined;
}

/** Plays a case through the core and the model, event by event; null where they agree to the end. */
export function findParting(history: Case): Parting | null {
  const book = openBook(bookTermsOf(history as Parameters<typeof bookTermsOf>[0]));
  const results = resultsOf(history);
  let step = 0;
  for (const { at, id, event } of eventsOf(history as Parameters<typeof eventsOf>[0])) {
    for (const member of book.members.values()) workOffDue(book, member, at);
    if (event !== null) handle(book, event, at, { eventId: id, actor: "case" });
    const core = resultOf(book, at);
    const model = results.next().value as CaseResult | undefined;
    if (!isDeepStrictEqual(core, model)) return { step: step + 1, event: history.events[step], core, model };
    step += 1;
  }
  const verification = verifyLedger(book);
  return verification.ok
    ? null
    : { step, event: "the ledger at the end", core: verification, model: undefined };
}
