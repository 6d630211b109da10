import type { LoyaltySummary, ProgrammeSummary } from "../../app/loyalty/summary.ts";
import { NOW } from "./theme-page.ts";
import { play } from "./states/play.ts";
import { GARDEN, summaryOf } from "./states/programmes.ts";
import { STORIES, type Story } from "./states/stories.ts";

/** Who looks at a page, and what the two metafields say: everything a block may meet. */
export interface ShopperState {
  id: string;
  title: string;
  /** The shop's metafield; left out where there is none. */
  programme?: unknown;
  /** Left out: nobody is signed in. Without a summary, a customer of whom nothing was published yet. */
  customer?: { summary?: unknown; orders: number };
}

/** Every state, none of them written by hand: the members' stories are played by the app itself. */
export async function playShopperStates(): Promise<ShopperState[]> {
  const programme = summaryOf(GARDEN);
  const summaries = await play(STORIES);
  const told = (id: string): LoyaltySummary => {
    const summary = summaries.get(id);
    if (summary === undefined) throw new Error(`there is no story ${id}`);
    return summary;
  };
  return [
    { id: "guest", title: "Guest", programme },
    ...STORIES.map((story) => stateOf(story, told(story.id))),
    {
      id: "offer",
      title: "Offer that ends soon",
      programme,
      customer: { summary: withOffer(told("held")), orders: 4 },
    },
    {
      id: "paused",
      title: "Programme paused",
      programme: summaryOf(GARDEN, { paused: true }),
      customer: { summary: told("reachable"), orders: 4 },
    },
    {
      id: "guest-paused",
      title: "Guest, programme paused",
      programme: summaryOf(GARDEN, { paused: true }),
    },
    { id: "no-summary", title: "Nothing published of the member", programme, customer: { orders: 0 } },
    {
      id: "older-summary",
      title: "Member's metafield of an older version",
      programme,
      customer: { summary: asFirstVersion(told("reachable")), orders: 4 },
    },
    {
      id: "older-programme",
      title: "Shop's metafield of an older version",
      programme: asFirstVersion(programme),
      customer: { summary: told("reachable"), orders: 4 },
    },
    { id: "nothing", title: "No metafields at all", customer: { orders: 4 } },
    { id: "guest-nothing", title: "Guest, no metafields at all" },
  ];
}

function stateOf({ id, title, programme, deeds }: Story, summary: LoyaltySummary): ShopperState {
  const orders = deeds.filter((deed) => deed.do === "buy").length;
  return { id, title, programme: summaryOf(programme), customer: { summary, orders } };
}

/** Half an hour before an offer is over; its code is one of those that they hold. */
function withOffer(summary: LoyaltySummary): LoyaltySummary {
  const code = "GIFT-8QK2M-4TR7C";
  const to = Date.parse(NOW) / 1000 + 30 * 60;
  const endsAt = new Date(to * 1000).toISOString();
  const [held] = summary.redemptions;
  const own = { reward: "five-off", kind: "amount", value: "5.00", code } as const;
  return {
    ...summary,
    offer: { ...own, minimum: "30.00", reason: "We have missed you since spring", to, endsAt },
    redemptions: [
      ...summary.redemptions,
      ...(held === undefined ? [] : [{ ...held, ...own, id: "offered", points: 0, endsAt }]),
    ],
  };
}

/** As the app published it before there was a second version. */
function asFirstVersion(document: LoyaltySummary | ProgrammeSummary): unknown {
  const later = [
    ["progress", "expiring", "birthday", "out"],
    ["basis", "window", "expiry", "noticeRequired", "birthdayBonuses", "activities", "texts", "perks"],
  ].flat();
  const kept = Object.entries(document).filter(([key]) => !later.includes(key));
  return { ...Object.fromEntries(kept), v: 1 };
}
