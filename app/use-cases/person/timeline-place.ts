import { z } from "zod";
import type { MemberId } from "../../loyalty/ids.ts";
import type { StreamPlaces } from "./streams.ts";
import { isTimelineKind } from "./timeline-kinds.ts";
import type { TimelineQuery } from "./read-timeline.ts";

const LONGEST = 4_000;
const places = z
  .record(z.string().max(40), z.object({ at: z.number().int().min(0).max(8.64e15), id: z.string().max(300) }))
  .refine((read) => Object.entries(read).every(([name, { id }]) => isPlaceIn(name, id)));

/** Most sources count; the others go by a key, which has no character that the database has no room for. */
function isPlaceIn(stream: string, id: string): boolean {
  return /^(?:ledger|order|level|word|staff)\b/.test(stream) ? /^\d{1,15}$/.test(id) : !id.includes("\0");
}

/** As it stands in the address of a page. */
export function writePlaces(behind: StreamPlaces): string {
  return Buffer.from(JSON.stringify(behind)).toString("base64url");
}

/** null for anything that was not written so: an address can be mistyped, never wrong. */
function readPlaces(text: string | null): StreamPlaces | null {
  if (text === null || text.length > LONGEST) return null;
  try {
    const read = places.safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** What the address of a member's page asks of their timeline. */
export function readTimelineQuery(memberId: MemberId, address: URLSearchParams): TimelineQuery {
  const kind = address.get("show");
  return {
    memberId,
    kind: isTimelineKind(kind) ? kind : "all",
    behind: readPlaces(address.get("behind")),
  };
}
