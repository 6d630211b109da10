import { useWords } from "../../components/use-words.ts";
import type { ShownEntry, ShownView } from "./shown-view.ts";

interface EntryText {
  title: string;
  texts: string[];
}

/** What is said of things that moved no points. */
export function useEntryWords({ labels, staff }: Pick<ShownView, "labels" | "staff">) {
  const { t, f } = useWords();
  const words = t.person.timeline;
  const rewardName = (id: string) => labels.rewards[id] ?? id;
  const tierName = (id: string) => labels.tiers.find((tier) => tier.id === id)?.name ?? id;
  const actorName = (actor: string) =>
    t.entries.details.actors[actor] ?? staff[actor] ?? t.common.staff(actor);

  return (entry: Exclude<ShownEntry, { of: "ledger" | "order" }>): EntryText => {
    switch (entry.of) {
      case "level":
        return { title: levelText(entry.from, entry.to), texts: [words.levelText] };
      case "change":
        return {
          title: words.changed[entry.what](entry.order.name),
          texts: [
            ...(entry.amount === null ? [] : [words.givenBack(f.money(entry.amount))]),
            changeText(entry),
          ],
        };
      case "gift":
        return {
          title: words.gift(rewardName(entry.reward)),
          texts: [
            words.giftState[entry.state],
            ...(entry.reason === null ? [] : [t.redemptions.storeSaid(entry.reason)]),
            words.giftCode(entry.code, f.date(entry.endsAt)),
            entry.alone ? words.by(actorName(entry.actor)) : words.giftMany,
          ],
        };
      case "refusal":
        return { title: words.refusal(rewardName(entry.reward)), texts: [refusalText(entry)] };
      case "activity":
        return { title: words.activity(entry.activity), texts: [words.activityText] };
      case "birthday":
        return { title: words.birthday(f.monthDay(entry)), texts: [words.by(actorName(entry.actor))] };
      case "word":
        return { title: words.words[entry.word], texts: [words.by(actorName(entry.actor))] };
      case "merge": {
        const number = t.common.customer(entry.other);
        const who = entry.name === null || entry.name === "" ? number : `${entry.name} (${number})`;
        return { title: words.merge(who), texts: [words.by(actorName(entry.actor))] };
      }
      case "consent":
        return { title: consentWords(entry), texts: [] };
      case "staff":
        return { title: staffText(entry.action), texts: staffTexts(entry) };
      case "before":
        return { title: entry.reason === "" ? words.before : entry.reason, texts: [words.beforeText] };
      case "known":
        return { title: words.known, texts: [] };
    }
  };

  function changeText({ did, points }: Extract<ShownEntry, { of: "change" }>): string {
    if (did !== "moved") return words.changeDid[did];
    const count = points.replace("-", "");
    const shown = t.points(count, f.whole(count));
    return points.startsWith("-") ? words.changeTook(shown) : words.changeGave(shown);
  }

  function levelText(from: string | null, to: string | null): string {
    if (to === null) return words.levelGone(from === null ? "" : tierName(from));
    return words.levelUp(from === null ? null : tierName(from), tierName(to));
  }

  function consentWords({ purpose, given }: Extract<ShownEntry, { of: "consent" }>): string {
    if (purpose === "recommendations") return given ? words.picksYes : words.picksNo;
    return given ? words.consentYes : words.consentNo;
  }

  function refusalText({ because, missing }: Extract<ShownEntry, { of: "refusal" }>): string {
    const { refused } = words;
    if (because === "short") return refused.short(t.points(missing ?? "0", f.whole(missing ?? "0")));
    const known: Record<string, string | ((missing: string) => string)> = refused;
    const text = Object.hasOwn(known, because) ? known[because] : undefined;
    return typeof text === "string" ? text : refused.other;
  }

  function staffText(action: string): string {
    const { actions } = t.activity;
    return Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : action;
  }

  function staffTexts(deed: Extract<ShownEntry, { of: "staff" }>): string[] {
    const { note } = deed.detail;
    return [words.by(actorName(deed.staff)), ...(note === undefined ? [] : [note])];
  }
}
