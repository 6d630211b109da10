import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { startingAt } from "../publishing/chosen-start.ts";
import { saveProgramme } from "../save-programme.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { intervalsOf, stateAt } from "./intervals.ts";
import { goesOnWithout } from "./show-version.ts";

export type StartCancelled =
  | { outcome: "cancelled"; number: number }
  /** It has started, or will not start anyway. */
  | { outcome: "too-late" }
  /** Somebody saved a version meanwhile. */
  | { outcome: "overtaken" };

/**
 * Keeps a version from starting. Versions never change, so a further one is saved that starts at the same moment and says
 * what goes on: of two that start at once the later one holds.
 */
export async function cancelStart(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { number, by }: { number: number; by: By },
): Promise<StartCancelled> {
  const versions = await listVersions(services.db.sql, shop.id);
  const version = versions.find((candidate) => candidate.number === number);
  const interval = intervalsOf(versions).get(number);
  if (version === undefined || interval === undefined) return { outcome: "too-late" };
  const goesOn = goesOnWithout(versions, version);
  if (stateAt(interval, services.clock()) !== "scheduled" || goesOn === null) return { outcome: "too-late" };
  const saved = await saveProgramme(services, shop, {
    document: startingAt(goesOn.programme.document, version.effectiveFrom),
    savedBy: by.staff,
    role: by.role,
    basedOn: versions.at(-1)?.number ?? 0,
  });
  if (saved.outcome === "saved") return { outcome: "cancelled", number };
  return { outcome: saved.outcome === "overtaken" ? "overtaken" : "too-late" };
}
