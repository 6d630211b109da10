import type { ProgrammeSummary } from "../../../app/loyalty/summary.ts";
import type { Words } from "./surface.ts";

/** What a guest should know, and nothing where it would not be true. */
export function GuestBlock({ words, programme }: { words: Words; programme: ProgrammeSummary | null }) {
  if (programme === null || programme.paused) return null;
  return (
    <s-section heading={words.t("thanks.guest_title")}>
      <s-text>{words.t("thanks.guest")}</s-text>
    </s-section>
  );
}
