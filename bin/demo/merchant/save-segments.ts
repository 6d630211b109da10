import { randomUUID } from "node:crypto";
import { listSegments } from "../../../app/db/segments/segments.ts";
import type { Definition } from "../../../app/insight/segments/definition.ts";
import { changeSegment } from "../../../app/use-cases/segments/change-segment.ts";
import { saveSegment } from "../../../app/use-cases/segments/save-segment.ts";
import type { Deed } from "./deeds.ts";

const ORDERS = {
  fact: "orders",
  measure: "count",
  bought: null,
  channels: [],
  days: null,
  to: null,
} as const;

const SEGMENTS: readonly { name: string; definition: Definition }[] = [
  {
    name: "Regulars gone quiet",
    definition: {
      all: [
        { ...ORDERS, channels: [], from: "3" },
        { fact: "last-order", when: { kind: "before", days: 60 } },
      ],
    },
  },
  {
    name: "Kitchen gardeners",
    definition: { all: [{ ...ORDERS, channels: [], bought: { by: "tag", among: ["edible"] }, from: "2" }] },
  },
];

/** Saves two segments. */
export const saveSegments: Deed = async (services, shop, by) => {
  for (const { name, definition } of SEGMENTS) {
    const id = randomUUID();
    const form = { id, name, definition: JSON.stringify(definition), revision: 0, by };
    const { outcome } = await saveSegment(services, shop, form);
    if (outcome !== "saved") throw new Error(`The segment “${name}” was not saved: ${outcome}.`);
  }
};

/** Has one of them tag its customers in the store: the store does that today, whatever the app's clock says. */
export const tagSegment: Deed = async (services, shop, by) => {
  const saved = await listSegments(services.db.sql, shop.id);
  const id = saved.find(({ name }) => name === SEGMENTS.at(-1)?.name)?.id;
  if (id !== undefined) await changeSegment(services, shop, { id, deed: "sync-start", by });
};
