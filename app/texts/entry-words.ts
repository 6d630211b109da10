import { explainEarning } from "../loyalty/explain-earning.ts";
import type { Explanation, OrderExplanation } from "../loyalty/explanation.ts";
import type { EntryKind } from "../loyalty/summary.ts";
import { parseInstantOrNull } from "../loyalty/time.ts";
import { withNames, type ExplainedNames } from "./explained-names.ts";
import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

/** Points are decimal strings. */
export interface EntryToWord {
  kind: EntryKind;
  explanation: Explanation;
  owed: string | null;
  dropped: string | null;
}

export interface EntryWords {
  /** "Earned". */
  title: string;
  /** Why, with the sum that can be checked by hand: "The order earns 120 points: 120.00 x 1 point = 120." */
  reason: string;
}

/** An entry of the ledger in words. What has no name is called by its id. */
export function wordEntry(entry: EntryToWord, t: Texts, f: Formats, names: ExplainedNames = {}): EntryWords {
  const explanation = withNames(entry.explanation, names);
  const arithmetic = arithmeticOf(explanation, t);
  const because = reasonOf(explanation, t, f);
  const reasons = [arithmetic === null ? because : t.entries.workedOut(because, arithmetic)];
  const points = (count: string) => t.points(count, f.whole(count));
  if (entry.owed !== null) reasons.push(t.entries.owed(points(magnitude(entry.owed))));
  if (entry.dropped !== null) reasons.push(t.entries.dropped(points(magnitude(entry.dropped))));
  return { title: t.entries.titles[entry.kind], reason: reasons.map(t.entries.sentence).join(" ") };
}

function magnitude(points: string): string {
  return points.replace("-", "");
}

function reasonOf(explanation: Explanation, t: Texts, f: Formats): string {
  const words = t.entries;
  switch (explanation.kind) {
    case "order":
      return orderReason(explanation, t, f);
    case "vest":
      return words.vest(f.count(explanation.pendingDays), explanation.pendingDays);
    case "activity":
      return words.activity(explanation.activity);
    case "signup":
      return words.signup;
    case "birthday":
      return words.birthday;
    case "import":
      return words.import(explanation.source);
    case "adjust":
      return words.adjust(explanation.reason);
    case "reinstate":
      return words.reinstate(lastDayOf(explanation.date, f), explanation.reason);
    case "expire": {
      const date = lastDayOf(explanation.date, f);
      return explanation.noticeAt === null
        ? words.expire(date)
        : words.expireNoticed(date, dateOf(explanation.noticeAt, f));
    }
    case "hold":
      return explanation.endsAt === null
        ? words.hold(explanation.reward)
        : words.holdUntil(explanation.reward, dateOf(explanation.endsAt, f));
    case "release":
      return words.release[explanation.because](explanation.reward);
    case "take":
      if (explanation.late) return words.takeLate(explanation.reward, explanation.name);
      return explanation.name === ""
        ? words.takeStore(explanation.reward)
        : words.take(explanation.reward, explanation.name);
    case "come-back":
      return words.comeBack(explanation.reward, explanation.name);
    case "merge-out":
      return words.mergeOut;
    case "merge-in":
      return words.mergeIn;
  }
}

function orderReason(explanation: OrderExplanation, t: Texts, f: Formats): string {
  const { because } = t.entries;
  const now = t.points(explanation.entitlement, f.whole(explanation.entitlement));
  const before = t.points(explanation.posted, f.whole(explanation.posted));
  switch (explanation.because) {
    case "order":
      if (explanation.posted !== "0") return because.worthNow(now, before);
      return explanation.firstOrder && (explanation.earning?.firstOrder.length ?? 0) > 0
        ? because.first(now)
        : because.worth(now);
    case "first-order":
      return because.firstMoved(now, before);
    case "left-customer":
      return because.leftCustomer;
    case "waits":
      return because.waits;
    case "does-not-count":
      return because.doesNotCount;
  }
}

function arithmeticOf(explanation: Explanation, t: Texts): string | null {
  if (explanation.kind === "order") {
    if (explanation.earning === null || explanation.because === "does-not-count") return null;
    return explainEarning(explanation.earning, { firstOrder: explanation.firstOrder }, t.entries.arithmetic);
  }
  if (explanation.kind === "signup" || explanation.kind === "activity" || explanation.kind === "birthday") {
    return explanation.bonuses.map(({ rule, points }) => t.entries.bonus(rule, points)).join(" + ");
  }
  return null;
}

function dateOf(text: string, f: Formats): string {
  const at = parseInstantOrNull(text);
  return at === null ? text : f.date(at);
}

function lastDayOf(goneAt: string, f: Formats): string {
  const at = parseInstantOrNull(goneAt);
  return at === null ? goneAt : f.lastDay(at);
}
