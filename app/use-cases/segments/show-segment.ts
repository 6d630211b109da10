import { listLanguages } from "../../db/person-locale.ts";
import { countTagsUnknown } from "../../db/person-tags.ts";
import { listNamedThings, type NamedThings } from "../../db/segments/choices.ts";
import { listSegmentDays, listSegmentMoves, type SegmentDayRow } from "../../db/segments/moves.ts";
import { findSegment, type SegmentRow, type Sync } from "../../db/segments/segments.ts";
import { readTagProgress, type TagProgress } from "../../db/segments/tags.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import { programmeLabels, type ProgrammeLabels } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";
import { clustersView, type ClustersView } from "./clusters-view.ts";
import type { Condition, Definition } from "./conditions.ts";
import { savedDefinition } from "./saved-definition.ts";
import { tagOf } from "./segment-handle.ts";

const DAYS_SHOWN = 180;
const MOVES_SHOWN = 50;

/** What the builder offers, by what it is called. */
export interface SegmentChoices extends NamedThings {
  tiers: ProgrammeLabels["tiers"];
  rewards: ProgrammeLabels["rewards"];
  languages: string[];
  clusters: ClustersView;
  /** Members of whom the store has not yet said all tags: they count as having none but those that were told. */
  tagsUnknown: number;
}

export interface ShownMove {
  id: string;
  member: { id: string; firstName: string | null; lastName: string | null; email: string | null };
  at: Instant;
  entered: boolean;
  reason:
    | { kind: "conditions"; because: { condition: Condition; holds: boolean }[] }
    | { kind: "redefined" }
    | { kind: "gone" };
}

export interface SegmentView {
  now: Instant;
  id: string;
  name: string;
  definition: Definition;
  /** 0 for a new one. */
  revision: number;
  isDeleted: boolean;
  /** How many there are, as of when; null before they were first counted. `isOld`: it was changed since. */
  followed: { at: Instant; members: number; isOld: boolean } | null;
  days: SegmentDayRow[];
  moves: ShownMove[];
  sync: { state: Sync; tag: string; failure: string | null; hasStoreSegment: boolean } & TagProgress;
  choices: SegmentChoices;
  names: Record<string, string>;
}

/** null for no such segment; `id` is null for one that is about to be made. */
export async function showSegment(
  services: Pick<Services, "db" | "clock" | "rewardTitle">,
  shop: ShopRow,
  { id, locale }: { id: string | null; locale: string },
): Promise<SegmentView | null> {
  const { sql } = services.db;
  const now = services.clock();
  const segment = id === null ? null : await findSegment(sql, shop.id, id);
  if (id !== null && segment === null) return null;
  const choices = await choicesOf(services, shop, locale);
  if (segment === null) return { ...NEW, id: crypto.randomUUID(), now, choices };
  const from = todayIn(shop.timezone, now) - DAYS_SHOWN;
  const of = { segmentId: segment.id };
  const [days, moves, progress, names] = await Promise.all([
    listSegmentDays(sql, shop.id, { ...of, from }),
    listSegmentMoves(sql, shop.id, { ...of, limit: MOVES_SHOWN }),
    readTagProgress(sql, shop.id, segment.id),
    staffNames(services, shop, [segment.savedBy]),
  ]);
  return {
    ...{ now, choices, days, names, ...shownOf(segment) },
    moves: moves as ShownMove[],
    sync: { ...shownOf(segment).sync, ...progress },
  };
}

const NO_PROGRESS = { tagged: 0, refused: 0, left: 0 };

const NEW: Omit<SegmentView, "id" | "now" | "choices"> = {
  ...{ name: "", definition: { all: [] }, revision: 0, isDeleted: false },
  ...{ followed: null, days: [], moves: [], names: {} },
  sync: { state: "off", tag: "", failure: null, hasStoreSegment: false, ...NO_PROGRESS },
};

function shownOf(segment: SegmentRow) {
  const { id, name, revision, followed } = segment;
  const definition = savedDefinition(segment);
  return {
    ...{ id, name, definition, revision, isDeleted: segment.deletedAt !== null },
    followed:
      followed === null
        ? null
        : { at: followed.at, members: followed.members, isOld: followed.revision !== revision },
    sync: {
      ...{ state: segment.sync, tag: tagOf(segment.handle), failure: segment.syncFailure },
      hasStoreSegment: segment.storeSegment !== null,
    },
  };
}

async function choicesOf(
  services: Pick<Services, "db" | "clock" | "rewardTitle">,
  shop: ShopRow,
  locale: string,
): Promise<SegmentChoices> {
  const { sql } = services.db;
  const [things, { tiers, rewards }, languages, clusters, tagsUnknown] = await Promise.all([
    listNamedThings(sql, shop.id),
    programmeLabels(services, shop, locale),
    listLanguages(sql, shop.id),
    clustersView(services, shop),
    countTagsUnknown(sql, shop.id),
  ]);
  return { ...things, tiers, rewards, languages, clusters, tagsUnknown };
}
