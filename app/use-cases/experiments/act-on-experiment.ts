import { DECISIONS } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { fieldsOf } from "../read-form.ts";
import {
  decideExperiment,
  discardExperiment,
  startExperiment,
  stopExperiment,
  type Changed,
} from "./change-experiment.ts";

export type ExperimentDeed = "start" | "stop" | "discard" | "decide";
export type ActedOnExperiment = Changed & { deed: ExperimentDeed };

/** What somebody asked of one experiment, as a form. */
export async function actOnExperiment(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { id, form, by }: { id: string; form: FormData; by: By },
): Promise<ActedOnExperiment> {
  const text = fieldsOf(form);
  const change = { id, revision: Number(text("revision")), by };
  const asked = text("deed");
  switch (asked) {
    case "start": {
      const shown = { most: wholeOf(text("most")) ?? 0, cost: wholeOf(text("cost")) };
      return { deed: asked, ...(await startExperiment(services, shop, { ...change, shown })) };
    }
    case "stop":
      return { deed: asked, ...(await stopExperiment(services, shop, change)) };
    case "discard":
      return { deed: asked, ...(await discardExperiment(services, shop, change)) };
    default: {
      const decision = DECISIONS.find((known) => known === text("decision")) ?? "unclear";
      const decided = { ...change, decision, text: text("note") };
      return { deed: "decide", ...(await decideExperiment(services, shop, decided)) };
    }
  }
}

function wholeOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
