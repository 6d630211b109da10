import { ENGLISH as ENGLISH_EARNING, explainEarning } from "./explain-earning.ts";
import type { EarningWords } from "./explain-earning.ts";
import type { OrderExplanation, OrderReason, ReleaseReason } from "./explanation.ts";
import type { Account, LedgerTransaction } from "./ledger.ts";

/**
 * The words of one language for the reason of a transaction. Numbers come as decimal strings, a loss with its "-",
 * instants as ISO 8601: a surface that knows the reader's zone may format them.
 */
export interface Words {
  earning: EarningWords;
  /** What is said of an order: "Order #1001: …". */
  about(order: string, reason: string): string;
  /** A reason, and by how much it changed the order's points. */
  changed(reason: string, difference: string): string;
  /** What bonuses gave, each with its rule. */
  bonuses(given: { points: string; rule: string }[]): string;
  join(parts: string[]): string;
  order(name: string): string;
  reasons: Record<Exclude<OrderReason, "order">, string>;
  becameFirst: string;
  postedBefore(posted: string, difference: string): string;
  vested(points: string, days: string): string;
  activity(activity: string, bonuses: string): string;
  signup(bonuses: string): string;
  birthday(bonuses: string): string;
  movedIn(points: string, source: string): string;
  adjusted(difference: string, reason: string): string;
  /** Points that had expired at the instant, given back by staff. */
  reinstated(points: string, date: string, reason: string): string;
  expired(points: string, date: string): string;
  held(points: string, reward: string, until: string | null): string;
  released(points: string, reward: string, because: ReleaseReason): string;
  taken(points: string, reward: string, order: string, late: boolean): string;
  granted(points: string, reward: string): string;
  cameBack(points: string, reward: string, order: string): string;
  mergedOut: string;
  mergedIn: string;
  /** What happened to points on the way: these follow the sentence. */
  paidBack(points: string): string;
  becameOwed(points: string): string;
  wereDropped(points: string): string;
  madeUp(points: string): string;
  hadExpired(points: string): string;
}

const RELEASED_BECAUSE: Record<ReleaseReason, string> = {
  cancelled: "it was cancelled",
  "code-ended": "its code was not used in time",
  "not-made": "the store could not make it",
};

export const ENGLISH: Words = {
  earning: ENGLISH_EARNING,
  about: (order, reason) => `${order}: ${reason}`,
  changed: (reason, difference) => `${reason}, ${signed(difference)}`,
  bonuses: (given) => given.map(({ points, rule }) => `+${points} (${rule})`).join(", "),
  join: (parts) => parts.join("; "),
  order: (name) => `Order ${name}`,
  reasons: {
    "first-order": "not the first order any more",
    "left-customer": "belongs to somebody else now",
    waits: "waits for money and keeps no more than it had",
    "does-not-count": "does not count any more",
  },
  becameFirst: "is the first order now",
  postedBefore: (posted, difference) => `${posted} before, so ${signed(difference)}`,
  vested: (points, days) => `${counted(points)} became available${afterDays(days)}`,
  activity: (activity, bonuses) => `Activity ${activity}: ${bonuses}`,
  signup: (bonuses) => `Sign-up: ${bonuses}`,
  birthday: (bonuses) => `Birthday: ${bonuses}`,
  movedIn: (points, source) => `${counted(points)} brought along from ${source}`,
  adjusted: (difference, reason) =>
    `Adjusted by hand: ${signed(difference)}${reason === "" ? "" : ` (${reason})`}`,
  reinstated: (points, date, reason) =>
    `${counted(points)} that had expired on ${date} reinstated (${reason})`,
  expired: (points, date) => `${counted(points)} expired, their date was ${date}`,
  held: (points, reward, until) =>
    `${counted(points)} held for ${reward}${until === null ? "" : `, at the longest until ${until}`}`,
  released: (points, reward, because) =>
    `${counted(points)} of ${reward} given back: ${RELEASED_BECAUSE[because]}`,
  taken: (points, reward, order, late) =>
    `${counted(points)} taken for ${reward}, used on order ${order}${late ? " after it had been given back" : ""}`,
  granted: (points, reward) => `${counted(points)} taken for ${reward}, which was granted`,
  cameBack: (points, reward, order) =>
    `${counted(points)} of ${reward} came back: order ${order} was cancelled`,
  mergedOut: "Moved to the customer this one was merged into",
  mergedIn: "Taken over from a customer who was merged into this one",
  paidBack: (points) => `paid back ${points} owed ${noun(points)}`,
  becameOwed: (points) => `${counted(points)} could not be taken and ${points === "1" ? "is" : "are"} owed`,
  wereDropped: (points) =>
    `${counted(points)} could not be taken and ${points === "1" ? "was" : "were"} dropped`,
  madeUp: (points) => `${points} made up for points dropped before`,
  hadExpired: (points) => `${points} had expired already`,
};

/** Why the transaction was made, in a sentence: "Order #1001: 120.00 x 1 point = 120". */
export function why(transaction: LedgerTransaction, words: Words = ENGLISH): string {
  return words.join([reasonOf(transaction, words), ...onTheWay(transaction, words)]);
}

function reasonOf(transaction: LedgerTransaction, words: Words): string {
  const { explanation } = transaction;
  const moved = (...accounts: Account[]) => flow(transaction, accounts).toString();
  switch (explanation.kind) {
    case "order":
      return orderReason(explanation, words);
    case "vest":
      return words.about(
        words.order(explanation.name),
        words.vested(moved("pending"), String(explanation.pendingDays)),
      );
    case "activity":
      return words.activity(explanation.activity, words.bonuses(explanation.bonuses));
    case "signup":
      return words.signup(words.bonuses(explanation.bonuses));
    case "birthday":
      return words.birthday(words.bonuses(explanation.bonuses));
    case "import":
      return words.movedIn(moved("imports"), explanation.source);
    case "adjust":
      return words.adjusted(explanation.points, explanation.reason);
    case "reinstate":
      return words.reinstated(explanation.points, explanation.date, explanation.reason);
    case "expire":
      return words.expired(moved("available"), explanation.date);
    case "hold":
      return words.held(explanation.cost, explanation.reward, explanation.endsAt);
    case "release":
      return words.released(moved("held"), explanation.reward, explanation.because);
    case "take":
      if (explanation.order === null) return words.granted(explanation.cost, explanation.reward);
      return words.taken(explanation.cost, explanation.reward, explanation.name, explanation.late);
    case "come-back":
      return words.cameBack(moved("redemptions"), explanation.reward, explanation.name);
    case "merge-out":
      return words.mergedOut;
    case "merge-in":
      return words.mergedIn;
  }
}

function orderReason(explanation: OrderExplanation, words: Words): string {
  const { name, because, earning, firstOrder, posted, difference } = explanation;
  const order = words.order(name);
  if (because === "first-order" && firstOrder)
    return words.about(order, words.changed(words.becameFirst, difference));
  if (because !== "order") return words.about(order, words.changed(words.reasons[because], difference));
  const arithmetic = earning === null ? "0" : explainEarning(earning, { firstOrder }, words.earning);
  const parts = posted === "0" ? [arithmetic] : [arithmetic, words.postedBefore(posted, difference)];
  return words.about(order, words.join(parts));
}

function onTheWay(transaction: LedgerTransaction, words: Words): string[] {
  if (transaction.kind === "merge-out") return [];
  const said: string[] = [];
  const say = (points: bigint, sentence: (points: string) => string) => {
    if (points > 0n) said.push(sentence(points.toString()));
  };
  const between = (debit: Account, credit: Account) => flow(transaction, [debit], credit);
  say(between("available", "owed"), words.paidBack);
  if (transaction.kind === "merge-in") return said;
  say(flow(transaction, ["owed"]), words.becameOwed);
  say(flow(transaction, ["forgiveness"]), words.wereDropped);
  say(between("earnings", "forgiveness"), words.madeUp);
  say(between("breakage", "earnings"), words.hadExpired);
  return said;
}

function flow(
  { postings }: LedgerTransaction,
  debits: readonly Account[],
  credit: Account | null = null,
): bigint {
  let sum = 0n;
  for (const posting of postings)
    if (debits.includes(posting.debit) && (credit === null || posting.credit === credit))
      sum += posting.points;
  return sum;
}

function signed(points: string): string {
  return points.startsWith("-") ? `−${points.slice(1)}` : `+${points}`;
}

function counted(points: string): string {
  return `${points} ${noun(points)}`;
}

function noun(points: string): string {
  return points === "1" ? "point" : "points";
}

function afterDays(days: string): string {
  if (days === "0") return "";
  return ` ${days} ${days === "1" ? "day" : "days"} after the order`;
}
