import { namesOf } from "../../db/offer-prospects.ts";
import { NAMELESS } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import { FEWEST_HITS, FEWEST_MEMBERS } from "../../insight/experiments/reading.ts";
import type { Because } from "../../insight/offers/choose-offer.ts";
import { expectedBuyers } from "../../insight/offers/expected-buyers.ts";
import type { Gives } from "../../insight/experiments/plan.ts";
import { takenOtherwise, type TakenFor } from "../../insight/offers/price-sensitivity.ts";
import { unusedChoices, type WhyNobody } from "../../insight/offers/why-nobody.ts";
import { giftCosts } from "../experiments/gift-cost.ts";
import { showPlanChoices } from "../experiments/show-experiments.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { drawUpOffers, OFFER_WINDOW_DAYS, type DrawnUp } from "./draw-up-offers.ts";
import { actOnLimits, type LimitsAnswer } from "./limits-form.ts";
import { readOfferForm, type OfferField, type OfferForm } from "./offer-form.ts";
import { sendOffers, type OffersSent } from "./send-offers.ts";

/** One of those who would be reached, with why; money in minor units. */
export interface OfferLine {
  memberId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  /** Chance leaves them without. */
  isLeftOut: boolean;
  gives: Gives;
  cost: number;
  because: Because;
  /** Where what is at risk decides: as whom they are taken, if their own orders are too few to say so; else null. */
  taken: TakenFor | null;
}

export function takenBy({ policy, sensitivity }: Because): TakenFor | null {
  return policy === "personal" ? takenOtherwise(sensitivity) : null;
}

export interface OfferPreview {
  /** Who is offered something, and whom chance leaves without. */
  given: number;
  leftOut: number;
  /** Fewer without, or with, cannot be compared with the others; null where there are as many. */
  tooFew: number | null;
  /**
   * How many on either side are expected to buy in the days that count, and with how few no difference can be told; null
   * where nothing is predicted.
   */
  buyers: { given: number; leftOut: number; fewest: number; windowDays: number } | null;
  cost: number;
  members: number;
  left: DrawnUp["left"];
  /** What may be offered and is given to nobody, although something is to somebody. */
  unused: { gives: Gives; why: WhyNobody }[];
  endsWith: DrawnUp["endsWith"];
  horizonDays: number | null;
  monthLeft: number | null;
  lines: OfferLine[];
}

export type ActedOnOffers =
  | { outcome: "drawn-up"; preview: OfferPreview }
  | { outcome: "refused"; faults: OfferField[] }
  | OffersSent
  | LimitsAnswer;

const LINES_SHOWN = 25;

/** Draws up offers for the person to look at, sends them as they were shown, or sets what a month's may cost. */
export async function actOnOffers(
  services: Services,
  shop: ShopRow,
  { form: data, locale, by }: { form: FormData; locale: string; by: By },
): Promise<ActedOnOffers> {
  if (data.get("deed") === "limits") return actOnLimits(services, shop, { form: data, by });
  const { segments, rewards } = await showPlanChoices(services, shop, locale);
  const read = readOfferForm(data, shop, {
    segments: new Map(segments.map(({ id, name }) => [id, name])),
    rewards: rewards.map(({ id }) => id),
    costs: await giftCosts(services, shop),
  });
  if (!read.ok) return { outcome: "refused", faults: read.faults };
  const { form } = read;
  if (data.get("deed") !== "send")
    return { outcome: "drawn-up", preview: await previewOf(services, shop, form) };
  const number = (name: string) => Number(data.get(name) ?? Number.NaN);
  return sendOffers(services, shop, {
    form,
    by,
    confirmed: { given: number("given"), cost: number("cost") },
  });
}

function buyersOf({ reached, isGiven, horizonDays }: DrawnUp): OfferPreview["buyers"] {
  if (horizonDays === null) return null;
  const windowDays = OFFER_WINDOW_DAYS;
  const among = (some: DrawnUp["reached"]) => {
    const becauses = some.map(({ because }) => because);
    return Math.round(expectedBuyers(becauses, { windowDays, horizonDays }));
  };
  const isTried = ({ memberId }: DrawnUp["reached"][number]) => isGiven(memberId);
  return {
    given: among(reached.filter(isTried)),
    leftOut: among(reached.filter((one) => !isTried(one))),
    ...{ fewest: FEWEST_HITS, windowDays },
  };
}

async function previewOf(services: Services, shop: ShopRow, form: OfferForm): Promise<OfferPreview> {
  const drawn = await drawUpOffers(services, shop, { form });
  const { reached, isGiven, cost, members, left, endsWith, horizonDays, monthLeft } = drawn;
  const given = reached.filter(({ memberId }) => isGiven(memberId)).length;
  const leftOut = reached.length - given;
  const shown = reached.slice(0, LINES_SHOWN);
  const names = await namesOf(
    services.db.sql,
    shop.id,
    shown.map(({ memberId }) => memberId),
  );
  return {
    tooFew: Math.min(given, leftOut) < FEWEST_MEMBERS ? FEWEST_MEMBERS : null,
    buyers: buyersOf(drawn),
    ...{ given, leftOut, cost, members, left, endsWith, horizonDays, monthLeft },
    unused: unusedChoices(form.plan.choices, drawn).map(({ choice, why }) => ({ gives: choice.gives, why })),
    lines: shown.map(({ memberId, choice, because }) => ({
      ...(names.get(memberId) ?? NAMELESS),
      ...{ memberId, isLeftOut: !isGiven(memberId), cost: choice.cost, because },
      taken: takenBy(because),
      gives: form.plan.choices.find(({ id }) => id === choice.id)?.gives ?? { kind: "nothing" },
    })),
  };
}
