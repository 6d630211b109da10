import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { catchUpDraft, type CaughtUp } from "./catch-up-draft.ts";
import { lookAtDraft, type Looked } from "./open-draft.ts";
import { readDocument } from "./read-document.ts";
import { saveDraft, type DraftSaved } from "./save-draft.ts";
import { startDraft } from "./start-draft.ts";
import type { Actor } from "./draft-actor.ts";

export type ActedOnDraft =
  | DraftSaved
  | ({ outcome: "looked" } & Looked)
  | ({ outcome: "caught-up" } & CaughtUp)
  | { outcome: "started"; id: string }
  /** What was sent is no document that a form could send. */
  | { outcome: "unreadable" };

/** What the editor asks for: to look at what was typed, to keep it, or to bring in what was published meanwhile. */
export async function actOnDraft(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, form, actor }: { id: string; form: FormData; actor: Actor },
): Promise<ActedOnDraft> {
  const read = readDocument(form.get("document"));
  if (read === null) return { outcome: "unreadable" };
  const document = read.tree;
  const basedOn = numberOf(form.get("basedOn"));
  const name = textOf(form.get("name"));
  const written = codeOf(form.get("code"));
  switch (form.get("intent")) {
    case "save":
      return saveDraft(services, shop, {
        ...{ id, name, document, written, basedOn, ...actor },
        revision: numberOf(form.get("revision")),
      });
    case "catch-up":
      return { outcome: "caught-up", ...(await catchUpDraft(services, shop, { document, basedOn })) };
    case "keep-apart": {
      const started = await startDraft(services, shop, { name, document, written, basedOn, ...actor });
      return { outcome: "started", ...started };
    }
    default:
      return { outcome: "looked", ...(await lookAtDraft(services, shop, document)) };
  }
}

function numberOf(value: FormDataEntryValue | null): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

/** null for a draft that was never written as code. */
function codeOf(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}
