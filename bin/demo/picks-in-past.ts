import type { ShopRow } from "../../app/db/shops.ts";
import { SENT_FROM, type PixelDoor } from "../../app/pixel.server.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { tellPicks, type ToldPick } from "../../app/use-cases/picks/tell-picks.ts";
import { loadRecommender } from "../../app/use-cases/recommend/load-recommender.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { membersByEmail } from "./known-members.ts";

/** A recommendation as it stands on a page: of what, and what it is called where it is counted. */
export interface SeenPick {
  handle: string;
  pick: string;
}

/** What pages recommend: beside products, by handle, and to members, by address. */
export interface PicksShown {
  beside: Record<string, SeenPick[]>;
  own: Record<string, SeenPick[]>;
}

/** What came of pages that somebody looked at. */
export interface Visit {
  /** null for a guest. */
  email: string | null;
  shown: string[];
  clicked: string[];
  /** What they said that they do not want to see. */
  refused: string[];
}

/** What the store's blocks show these members, and everybody. */
export async function showPicks(
  services: Services,
  shop: ShopRow,
  emails: readonly string[],
): Promise<PicksShown> {
  const { sql } = services.db;
  const { sold } = await loadRecommender(services, shop);
  const shown: PicksShown = { beside: {}, own: {} };
  for (const { id, handle } of sold.values()) {
    if (handle === null) continue;
    const { beside } = await tellPicks(services, shop, { productIds: [id], memberId: null });
    shown.beside[handle] = seen(beside);
  }
  for (const [email, { id }] of await membersByEmail(sql, shop.id, emails)) {
    const { member } = await tellPicks(services, shop, { productIds: [], memberId: id });
    shown.own[email] = seen(Object.values(member ?? {}).flat());
  }
  return shown;
}

function seen(picks: readonly ToldPick[]): SeenPick[] {
  return picks.flatMap(({ handle, pick }) => (handle === null ? [] : [{ handle, pick }]));
}

/** What the web pixel tells of these visits, and what members said on the page; every visitor has an address of their own. */
export async function tellOfVisits(
  { services, pixel }: { services: Services; pixel: PixelDoor },
  shop: ShopRow,
  visits: readonly Visit[],
): Promise<void> {
  const emails = visits.flatMap(({ email }) => email ?? []);
  const members = await membersByEmail(services.db.sql, shop.id, emails);
  for (const [place, { email, shown, clicked, refused }] of visits.entries()) {
    const events = [
      ...shown.map((pick) => ({ event: "shown", pick })),
      ...clicked.map((pick) => ({ event: "clicked", pick })),
    ];
    const body = JSON.stringify({ shop: shop.domain, events });
    const headers = { "content-length": String(body.length), [SENT_FROM]: addressOf(place) };
    await pixel(new Request("http://localhost/pixel", { method: "POST", headers, body }));
    const memberId = members.get(email ?? "")?.id;
    if (memberId === undefined) continue;
    for (const pick of refused) await refusePick(services, shop, { memberId, pick });
  }
}

function addressOf(place: number): string {
  return `198.18.${place >> 8}.${place & 255}`;
}
