import type { ShopTransaction } from "../../db/database.ts";
import { listVersions } from "../../db/programmes.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { ProgrammeState } from "../../loyalty/programme.ts";
import { formatInstant, type Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { saveVersion } from "../save-programme.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { scheduledAfter } from "./programme-state.ts";

export interface StateChange {
  to: ProgrammeState;
  /** The newest version that whoever asks has seen. */
  basedOn: number;
  by: By;
}

export type StateChanged =
  | { outcome: "changed"; to: ProgrammeState }
  /** It is so already: the button was pressed twice, or by two. */
  | { outcome: "unchanged"; to: ProgrammeState }
  /** Somebody saved `number` meanwhile. */
  | { outcome: "overtaken"; number: number }
  | { outcome: "no-programme" };

const ACTIONS = {
  running: "programme.resumed",
  paused: "programme.paused",
  archived: "programme.archived",
} as const;

/**
 * Pauses, resumes or archives the programme at once, by saving what is in force as a version of its own that says so. A
 * version that is to come keeps its start and follows: a pause lasts until somebody ends it.
 */
export async function changeState(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { to, basedOn, by }: StateChange,
): Promise<StateChanged> {
  return services.db.inShop(shop.id, async (tx): Promise<StateChanged> => {
    await lockShop(tx);
    const versions = await listVersions(tx, shop.id);
    const now = services.clock();
    const current = versionAt(versions, now);
    const newest = versions.at(-1)?.number ?? 0;
    if (current === null) return { outcome: "no-programme" };
    const others = [current, ...scheduledAfter(versions, now)].filter(
      ({ programme }) => programme.state !== to,
    );
    if (others.length === 0) return { outcome: "unchanged", to };
    if (newest !== basedOn) return { outcome: "overtaken", number: newest };
    for (const [place, version] of others.entries()) {
      const startsAt = version === current ? null : version.effectiveFrom;
      const document = documentOf(version, to, startsAt);
      await saveOrFail(tx, services, { shop, document, savedBy: by.staff, basedOn: newest + place });
    }
    await noteAction(tx, shop.id, {
      ...{ at: now, ...by, action: ACTIONS[to] },
      subject: { kind: "version", id: String(newest + 1) },
    });
    return { outcome: "changed", to };
  });
}

function documentOf({ programme }: ProgrammeVersion, to: ProgrammeState, startsAt: Instant | null) {
  const { effectiveFrom: _start, state: _state, ...document } = programme.document;
  return {
    ...document,
    ...(to === "running" ? {} : { state: to }),
    ...(startsAt === null ? {} : { effectiveFrom: formatInstant(startsAt) }),
  };
}

/** What is in force was checked when it was saved, and nobody can have saved another since: all of it, or nothing. */
async function saveOrFail(
  tx: ShopTransaction,
  services: Pick<Services, "clock" | "jobs">,
  { shop, ...draft }: { shop: ShopRow; document: object; savedBy: string; basedOn: number },
): Promise<void> {
  const saved = await saveVersion(tx, services, shop, draft);
  if (saved.outcome !== "saved")
    throw new Error(`the programme could not be saved: ${JSON.stringify(saved)}`);
}
