import type { SerializeFrom } from "@remix-run/node";
import type { loader } from "./route.tsx";

/** What the page is drawn of. */
export type ShownView = SerializeFrom<typeof loader>;

/** One thing on the timeline. */
export type ShownEntry = ShownView["timeline"]["entries"][number];
export type EntryOf<Kind extends ShownEntry["of"]> = Extract<ShownEntry, { of: Kind }>;
