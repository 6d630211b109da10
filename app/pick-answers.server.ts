import { wordsUnder } from "./asker-words.server.ts";
import { dayOf } from "./insight/days.ts";
import type { ProductId } from "./loyalty/ids.ts";
import { unreadable, type Answer, type Asker } from "./reward-answers.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { pickTexts, type PickTexts } from "./texts/picks/pick-texts.ts";
import { MEMBER_LISTS } from "./use-cases/picks/shown-picks.ts";
import { tellPicks, type ToldPick } from "./use-cases/picks/tell-picks.ts";
import type { Services } from "./use-cases/services.ts";

/** Of a larger basket the first ones. */
const MOST_PRODUCTS = 100;
const MOST_WRITTEN = 20_000;

/** What goes with a product or a basket, and what is for whoever is signed in; each with its reason. */
export async function tellRecommendations(
  services: Services,
  asker: Asker,
  asked: URLSearchParams,
): Promise<Answer> {
  const productIds = readProducts(asked);
  if (productIds === null) return unreadable(asker);
  const { shop, memberId, language } = asker;
  const { beside, member, versions } = await tellPicks(services, shop, { productIds, memberId });
  const words = wordsUnder(versions, asker, services.clock());
  const t = pickTexts(language.locale);
  const told = (picks: readonly ToldPick[]) => picks.map((pick) => toldIn(t, words, pick));
  return {
    status: 200,
    body: {
      beside: told(beside),
      member: member && Object.fromEntries(MEMBER_LISTS.map((list) => [list, told(member[list])])),
    },
  };
}

/** `product`, an id, or `basket`, several with commas between them; null for what makes no sense. */
function readProducts(asked: URLSearchParams): ProductId[] | null {
  const written = [asked.get("product"), asked.get("basket")].filter((text) => text !== null).join(",");
  if (written.length > MOST_WRITTEN) return null;
  const ids = written.split(",").filter((id) => id !== "");
  if (!ids.every((id) => /^\d{1,18}$/.test(id))) return null;
  return [...new Set(ids)].slice(0, MOST_PRODUCTS);
}

function toldIn(t: PickTexts, words: MembershipWords, told: ToldPick) {
  const { productId, title, handle, image, pick, evidence } = told;
  const text = sentenceOf(t, words, told);
  return { product: productId, title, handle, image, pick, evidence: asNumbers(evidence), text };
}

/** Points are decimal strings where they are kept, and numbers in every answer. */
function asNumbers(evidence: ToldPick["evidence"]) {
  if (evidence.kind !== "reachable") return evidence;
  const { points, available, ...reward } = evidence;
  return { ...reward, points: Number(points), available: Number(available) };
}

/** Why it is recommended, as the theme's blocks say it. */
function sentenceOf(t: PickTexts, words: MembershipWords, { evidence, withTitle }: ToldPick): string {
  const { f, fill, counted } = words;
  const day = (date: string) => f.day(dayOf(date) ?? 0);
  const title = withTitle ?? "";
  switch (evidence.kind) {
    case "bought-together": {
      const people = counted(t.people, evidence.buyers);
      return fill(t.boughtTogether, { n: f.count(evidence.both), people, title });
    }
    case "same-order":
      return fill(t.sameOrder, { n: f.count(evidence.both), m: f.count(evidence.orders), title });
    case "similar":
      return fill(t.similar, { title });
    case "bought-again":
      return fill(t.boughtAgain, { times: counted(t.times, evidence.times), date: day(evidence.last) });
    case "due-again":
      return fill(t.dueAgain, { days: counted(t.days, evidence.everyDays), date: day(evidence.last) });
    case "popular": {
      const people = counted(t.people, evidence.buyers);
      return fill(t.popular, { people, days: counted(t.days, evidence.days) });
    }
    case "reachable":
      return fill(t.reach, { points: words.points(BigInt(evidence.points)) });
    case "new-here":
      return fill(t.newHere, { date: day(evidence.since) });
    case "pinned":
      return t.pinned;
  }
}
