import { beginAbsence, endAbsence } from "./absence.ts";
import { adjust } from "./adjustment.ts";
import { earnActivity, signUp } from "./activities.ts";
import { noteBirthday } from "./birthday.ts";
import type { Book } from "./book.ts";
import { requireOwner } from "./codes.ts";
import { scheduleNext, workOffDue } from "./due.ts";
import type { Cause, LoyaltyEvent } from "./events.ts";
import { noteNotice } from "./expiry.ts";
import { findMember, resolveMember } from "./finder.ts";
import type { MemberId } from "./ids.ts";
import { meetMember } from "./members.ts";
import { openBalance } from "./opening.ts";
import { openingKey, undoneKey } from "./opening-key.ts";
import { mergeMembers } from "./merge.ts";
import type { Occasion } from "./occasion.ts";
import { handleDeletion, handleOrder, handleRefund } from "./order-events.ts";
import type { Handled } from "./order-events.ts";
import type { Outcome } from "./outcome.ts";
import { redeem } from "./redemption.ts";
import { reinstate, reinstatementKey } from "./reinstatement.ts";
import { releaseHold } from "./release.ts";
import { takeGranted } from "./take.ts";
import { raiseLevel } from "./tiers.ts";
import type { Instant } from "./time.ts";
import { undoOpening } from "./undo-opening.ts";

const UNCHANGED: Handled = { outcome: { outcome: "unchanged" }, members: [] };

/**
 * Lets an event happen at its instant: what is due by then for those it touches is worked off before, their level
 * and the next instant they must be looked at follow after. The book must hold what `needs` names.
 *
 * `at` must not fall from event to event of a member. Throws where an invariant would break; then nothing may be
 * saved.
 */
export function handle(book: Book, event: LoyaltyEvent, at: Instant, cause: Cause): Outcome {
  const { outcome, members } = dispatch(book, event, { at, cause });
  for (const member of members) {
    raiseLevel(book, member, at);
    scheduleNext(book, member);
  }
  return outcome;
}

function dispatch(book: Book, event: LoyaltyEvent, occasion: Occasion): Handled {
  switch (event.kind) {
    case "order":
      return handleOrder(book, event.order, occasion);
    case "order-deleted":
      return handleDeletion(book, event.orderId, occasion);
    case "refund":
      return handleRefund(book, event.refund, occasion);
    case "customer-created":
      return handleSignUp(book, event.customerId, occasion);
    case "customer-updated":
      return handleUpdate(book, event.customerId, occasion);
    case "customers-merged":
      return handleMerge(book, event.keptId, event.deletedId, occasion);
    case "redeem":
      return handleRedeem(book, event, occasion);
    case "release":
      return handleRelease(book, event, occasion);
    case "granted":
      return handleGranted(book, event.redemptionId, occasion);
    case "birthday":
      return handleBirthday(book, event, occasion);
    case "leave":
    case "join":
    case "block":
    case "unblock":
      return handleComingAndGoing(book, event, occasion);
    case "import":
      return handleImport(book, event, occasion);
    case "undo-import":
      return handleUndoImport(book, event, occasion);
    case "activity":
      return handleActivity(book, event, occasion);
    case "adjust":
      return handleAdjust(book, event, occasion);
    case "reinstate":
      return handleReinstate(book, event, occasion);
    case "notice":
      return handleNotice(book, event.customerId, occasion);
  }
}

function handleSignUp(book: Book, id: MemberId, occasion: Occasion): Handled {
  const member = upToNow(book, id, occasion);
  if (member.signedUp) return { outcome: { outcome: "known" }, members: [member] };
  const points = signUp(book, member, occasion);
  return { outcome: { outcome: "signed-up", points }, members: [member] };
}

/** Whoever is only updated is no member yet: their first `customers/create` is still to come. */
function handleUpdate(book: Book, id: MemberId, occasion: Occasion): Handled {
  if (findMember(book, id) === null) return UNCHANGED;
  return { outcome: { outcome: "known" }, members: [upToNow(book, id, occasion)] };
}

function handleMerge(book: Book, keptId: MemberId, deletedId: MemberId, occasion: Occasion): Handled {
  const kept = upToNow(book, keptId, occasion);
  if (resolveMember(book, deletedId) === kept.id) return { ...UNCHANGED, members: [kept] };
  const deleted = upToNow(book, deletedId, occasion);
  mergeMembers(book, kept, deleted, occasion);
  return { outcome: { outcome: "merged", keptId: kept.id }, members: [kept] };
}

/** A key or an id seen before does nothing, but for making known whom it names: so do all three that follow. */
function handleRedeem(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "redeem" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (book.redemptions.has(event.redemptionId)) return UNCHANGED;
  const { redemptionId } = event;
  const refusal = redeem(book, member, event, occasion);
  const outcome: Outcome =
    refusal === null ? { outcome: "held", redemptionId } : { outcome: "refused", redemptionId, ...refusal };
  return { outcome, members: [member] };
}

function handleRelease(
  book: Book,
  { redemptionId, because = "cancelled" }: Extract<LoyaltyEvent, { kind: "release" }>,
  occasion: Occasion,
): Handled {
  const redemption = book.redemptions.get(redemptionId);
  if (redemption === undefined) return UNCHANGED;
  const member = upToNow(book, requireOwner(book, redemption).id, occasion);
  if (redemption.state !== "held") return { ...UNCHANGED, members: [member] };
  releaseHold(book, member, redemption, because, occasion);
  return { outcome: { outcome: "released", redemptionId }, members: [member] };
}

/** Only kinds without a code are granted: the others are taken by the order that carries it. */
function handleGranted(book: Book, redemptionId: string, occasion: Occasion): Handled {
  const redemption = book.redemptions.get(redemptionId);
  if (redemption === undefined || redemption.code !== null) return UNCHANGED;
  const member = upToNow(book, requireOwner(book, redemption).id, occasion);
  if (redemption.state !== "held" && redemption.state !== "released")
    return { ...UNCHANGED, members: [member] };
  takeGranted(book, member, redemption, occasion);
  return { outcome: { outcome: "taken", redemptionId }, members: [member] };
}

function handleBirthday(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "birthday" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  const isNew = noteBirthday(book, member, event, occasion.at);
  return { outcome: { outcome: isNew ? "noted" : "unchanged" }, members: [member] };
}

function handleComingAndGoing(
  book: Book,
  { kind, customerId }: Extract<LoyaltyEvent, { kind: "leave" | "join" | "block" | "unblock" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, customerId, occasion);
  const cause = kind === "leave" || kind === "join" ? "left" : "blocked";
  const change = kind === "leave" || kind === "block" ? beginAbsence : endAbsence;
  const isNew = change(book, member, cause, occasion.at);
  return { outcome: { outcome: isNew ? "noted" : "unchanged" }, members: [member] };
}

function handleImport(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "import" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (book.adjustments.has(openingKey(event.key))) return UNCHANGED;
  openBalance(book, member, event, occasion);
  return { outcome: { outcome: "moved-in" }, members: [member] };
}

function handleUndoImport(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "undo-import" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (!book.adjustments.has(openingKey(event.key)) || book.adjustments.has(undoneKey(event.key)))
    return UNCHANGED;
  const isUndone = undoOpening(book, member, event, occasion);
  return { outcome: { outcome: isUndone ? "moved-out" : "spent" }, members: [member] };
}

function handleActivity(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "activity" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (book.activities.has(event.key)) return UNCHANGED;
  const points = earnActivity(book, member, event, occasion);
  return { outcome: { outcome: "earned", points }, members: [member] };
}

function handleAdjust(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "adjust" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (book.adjustments.has(event.key)) return UNCHANGED;
  adjust(book, member, event, occasion);
  return { outcome: { outcome: "adjusted", points: event.points }, members: [member] };
}

function handleReinstate(
  book: Book,
  event: Extract<LoyaltyEvent, { kind: "reinstate" }>,
  occasion: Occasion,
): Handled {
  const member = upToNow(book, event.customerId, occasion);
  if (book.adjustments.has(reinstatementKey(event.expiry))) return UNCHANGED;
  const points = reinstate(book, member, event, occasion);
  return { outcome: { outcome: "reinstated", points }, members: [member] };
}

function handleNotice(book: Book, id: MemberId, occasion: Occasion): Handled {
  const member = upToNow(book, id, occasion);
  const lots = noteNotice(book, member, occasion.at);
  return { outcome: { outcome: "noticed", lots }, members: [member] };
}

/** The member named, with everything due by now worked off. */
function upToNow(book: Book, id: MemberId, { at }: Occasion) {
  const member = meetMember(book, id, at);
  workOffDue(book, member, at);
  return member;
}
