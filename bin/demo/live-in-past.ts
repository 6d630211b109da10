import { listShops, type ShopRow } from "../../app/db/shops.ts";
import type { Perennial } from "../../app/perennial.server.ts";
import { goOnWithExperiments, listShopsToGoOnWith } from "../../app/use-cases/experiments/go-on.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { giftsInPast, type Gift } from "./gifts-in-past.ts";
import { doAsMerchant, type DeedName } from "./merchant/deeds.ts";
import type { PastClock } from "./past-clock.ts";
import type { Wish } from "./past-wishes.ts";
import { showPicks, tellOfVisits, type PicksShown, type Visit } from "./picks-in-past.ts";
import { redeemInPast } from "./redeem-in-past.ts";
import { writeMessages } from "./write-messages.ts";

/** What the demo says while it tells of the past. */
export type PastSaid =
  /** So late it was. */
  | { lateAs: string }
  /** The merchant did this in the admin; the answer is what members were given so far. */
  | { deed: DeedName }
  | { isAskingForGifts: true }
  /** These redeem. */
  | { wishes: Wish[] }
  /** These look at the store. */
  | { shoppers: string[] }
  | { visits: Visit[] }
  | { isOver: true };

/** What the app's side answers: to each what it asks for, else nothing. */
export interface PastAnswer {
  /** Of the wishes, in their order. */
  codes: (string | null)[];
  gifts: Gift[];
  picks: PicksShown;
}

/** The store makes codes in its own time, and is asked again after this. */
const CODES_TAKE_MS = 5_000;

type Room = Pick<Perennial, "services" | "pixel"> & { clock: PastClock };

export async function liveInPast(room: Room, said: PastSaid): Promise<PastAnswer> {
  const { services, clock } = room;
  const answer: PastAnswer = { codes: [], gifts: [], picks: { beside: {}, own: {} } };
  if ("lateAs" in said) {
    clock.hear(Date.parse(said.lateAs));
    return answer;
  }
  if ("isOver" in said) clock.catchUp();
  for (const shop of await listShops(services.db.sql)) {
    if ("isOver" in said) {
      await writeMessages(services, shop);
      await doAsMerchant(services, shop, "tagSegment");
    }
    if ("deed" in said) await doAsMerchant(services, shop, said.deed);
    if ("isAskingForGifts" in said) answer.gifts = await giftsOf(room, shop);
    if ("wishes" in said) answer.codes = await redeemInPast(services, shop, said.wishes);
    if ("shoppers" in said) answer.picks = await showPicks(services, shop, said.shoppers);
    if ("visits" in said) await tellOfVisits(room, shop, said.visits);
  }
  return answer;
}

/** The worker's day: without it experiments would go on by the clock of this machine, which is far too slow here. */
async function giftsOf({ services, clock }: Room, shop: ShopRow): Promise<Gift[]> {
  if (!(await listShopsToGoOnWith(services)).includes(shop.id)) return giftsInPast(services, shop);
  await goOnWithExperiments(services, shop.id);
  await issueCodes(services, shop.id);
  clock.hear(clock.now() + CODES_TAKE_MS);
  await issueCodes(services, shop.id);
  return giftsInPast(services, shop);
}
