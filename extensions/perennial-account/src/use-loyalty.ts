import { useCallback, useEffect, useState } from "preact/hooks";
import type { LoyaltySummary, ProgrammeSummary } from "../../../app/loyalty/summary.ts";
import type { AppClient } from "../../perennial-shared/app-client.ts";
import { readMember, readProgramme } from "../../perennial-shared/summaries.ts";
import { readKept } from "./account-metafields.ts";

/** What is known of the member so far: the store's own copy comes first, the app's answer replaces it. */
export interface Loyalty {
  /** `nothing`: the shop has no programme. */
  state: "loading" | "ready" | "failed" | "nothing";
  member: LoyaltySummary | null;
  programme: ProgrammeSummary | null;
  /** Whether the app has answered; else this is what the store kept. */
  fresh: boolean;
  /** Takes over what the answer to an action said of the member. */
  take: (member: LoyaltySummary | null | undefined) => void;
  again: () => void;
}

interface Known {
  state: Loyalty["state"];
  member: LoyaltySummary | null;
  programme: ProgrammeSummary | null;
  fresh: boolean;
}

const UNKNOWN: Known = { state: "loading", member: null, programme: null, fresh: false };

export function useLoyalty(app: AppClient): Loyalty {
  const [known, setKnown] = useState(UNKNOWN);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let over = false;
    const learn = (change: (before: Known) => Known) => {
      if (!over) setKnown(change);
    };
    void readKept().then((kept) =>
      learn((before) =>
        before.fresh || kept.member === null
          ? before
          : { ...before, ...withoutGaps(before, kept), state: "ready" },
      ),
    );
    void askApp(app).then((answer) => learn((before) => afterAnswer(before, answer)));
    return () => {
      over = true;
    };
  }, [app, turn]);

  const again = useCallback(() => {
    setKnown((before) => (before.member === null ? UNKNOWN : before));
    setTurn((before) => before + 1);
  }, []);
  const take = useCallback((member: LoyaltySummary | null | undefined) => {
    const read = readMember(member);
    if (read !== null) setKnown((before) => ({ ...before, member: read, fresh: true, state: "ready" }));
  }, []);
  return { ...known, take, again };
}

type Answer = Pick<Known, "member" | "programme"> | "failed" | "nothing";

async function askApp(app: AppClient): Promise<Answer> {
  const [member, programme] = await Promise.all([app.get("member"), app.get("programme")]);
  const refused = [member, programme].some((told) => !told.ok && told.trouble === "nowhere");
  if (refused) return "nothing";
  if (!member.ok) return "failed";
  return {
    member: readMember(member.body.member),
    programme: programme.ok ? readProgramme(programme.body.programme) : null,
  };
}

function afterAnswer(before: Known, answer: Answer): Known {
  if (answer === "failed") return { ...before, state: before.member === null ? "failed" : "ready" };
  if (answer === "nothing") return { ...before, state: "nothing" };
  return { ...before, ...withoutGaps(before, answer), state: "ready", fresh: true };
}

/** The store may hand out the member and not the programme: what is known already stays. */
function withoutGaps(before: Known, { member, programme }: Pick<Known, "member" | "programme">) {
  return { member: member ?? before.member, programme: programme ?? before.programme };
}
