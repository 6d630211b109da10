import type { RewardKind, Whole } from "../../loyalty/summary.ts";
import { formatsFor } from "../formats.ts";
import { pluralForm } from "../language.ts";
import { fill, pointsForms } from "../why/why-language.ts";
import type { RewardLanguage } from "./reward-texts.ts";

/** What is to be put into words of a redemption. */
export interface ToldRedemption {
  kind: RewardKind;
  state: "making" | "ready" | "waiting" | "granted" | "used" | "returned" | "not-made";
  code: string | null;
  endsAt: string | null;
}

/** Sentences about rewards in one member's language. */
export interface RewardWords {
  points(count: Whole): string;
  benefit(reward: { kind: RewardKind; value: string | null; minimum: string | null }): string;
  /** The merchant's own name for it, with the minimum that such a name leaves out. */
  named(name: string, minimum: string | null): string;
  state(redemption: ToldRedemption): string;
  refusal(refusal: { because: string; missing?: Whole | bigint | null }): string;
}

export function rewardWords(
  { locale, texts }: RewardLanguage,
  { currency, timezone }: { currency: string; timezone: string },
): RewardWords {
  const formats = formatsFor({ locale, currency, timezone, reader: "shopper" });
  const rules = new Intl.PluralRules(locale);
  const forms = pointsForms(locale);
  const points = (count: Whole | bigint) =>
    fill(forms[pluralForm(rules, BigInt(count))] ?? forms.other, { n: formats.whole(String(count)) });
  return {
    points,
    benefit({ kind, value, minimum }) {
      return named(texts.benefit[kind](shownValue(kind, value)), minimum);
    },
    named,
    state: (redemption) => stateOf(redemption),
    refusal: ({ because, missing }) => refusalOf(because, missing ?? null),
  };

  function named(name: string, minimum: string | null): string {
    return minimum === null ? name : texts.from(name, formats.money(minimum));
  }

  function shownValue(kind: RewardKind, value: string | null): string | null {
    if (value === null || kind !== "percent") return value === null ? null : formats.money(value);
    const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 });
    return share.format(Number(value) / 100);
  }

  function stateOf({ kind, state, code, endsAt }: ToldRedemption): string {
    const { state: words } = texts;
    switch (state) {
      case "ready":
        return words.ready(code ?? "", endsAt === null ? null : formats.dateTime(Date.parse(endsAt)));
      case "granted":
        return kind === "gift-card" && code !== null ? words.grantedCard(code) : words.granted;
      case "not-made":
        return words.notMade;
      default:
        return words[state];
    }
  }

  function refusalOf(because: string, missing: Whole | bigint | null): string {
    const { why } = texts;
    switch (because) {
      case "short":
        return why.short(points(missing ?? 0));
      case "not-now":
        return why.notNow;
      case "blocked":
        return why.blocked;
      case "not-this-tier":
        return why.notThisTier;
      case "no-fixed-cost":
      case "no-sliding-cost":
        return why.wrongUnits;
      case "beyond-value":
        return why.beyondValue;
      case "member-limit":
        return why.memberLimit;
      case "none-left":
        return why.noneLeft;
      case "paused":
        return why.paused;
      case "guest":
        return why.guest;
      case "nobody":
        return why.nobody;
      case "not-made":
        return texts.state.notMade;
      default:
        return why.unknownReward;
    }
  }
}
