import { useEffect, useRef, useState } from "preact/hooks";
import type { AppClient } from "../../perennial-shared/app-client.ts";
import type { I18n } from "../../perennial-shared/formats.ts";
import { newWishKey } from "../../perennial-shared/wish-key.ts";
import { isAmong, type Offer } from "./usable.ts";

export type Apply = (code: string) => Promise<{ type: "success" } | { type: "error"; message: string }>;

interface Means {
  app: AppClient;
  apply: Apply;
  t: I18n["translate"];
  /** Codes that the checkout bears. */
  applied: readonly string[];
}

/** The app waits for the store's code itself; where that is slow, it is looked for a few times more. */
const LOOKS_MS = [1_500, 3_000, 6_000];

/** Takes points for a reward and puts its code into the checkout. What goes wrong after that loses nothing, and says so. */
export function useRedeem({ app, apply, t, applied: borne }: Means) {
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const wishes = useRef(new Map<string, string>());
  const [newest, setNewest] = useState<{ code: string; seen: boolean } | null>(null);

  // Who takes the code off again is not told any longer that it is on.
  useEffect(() => {
    if (newest === null) return;
    const isThere = isAmong(borne, newest.code);
    if (isThere && !newest.seen) setNewest({ ...newest, seen: true });
    if (isThere || !newest.seen) return;
    setNewest(null);
    setOutcome(null);
  }, [borne, newest]);

  async function during(what: string, work: () => Promise<{ good: boolean; text: string }>): Promise<void> {
    setBusy(what);
    setOutcome(null);
    setOutcome(await work());
    setBusy(null);
  }

  async function applied(code: string): Promise<{ good: boolean; text: string }> {
    const result = await apply(code);
    if (result.type === "success") {
      setNewest({ code, seen: false });
      return { good: true, text: t("reductions.applied") };
    }
    return { good: false, text: t("reductions.not_applied", { code }) };
  }

  async function redeemed({ reward, units }: Offer): Promise<{ good: boolean; text: string }> {
    const wish = `${reward.id} ${units ?? ""}`;
    // The same wish until it is answered, however often it is sent.
    const key = wishes.current.get(wish) ?? newWishKey();
    wishes.current.set(wish, key);
    const told = await app.post("redeem", { reward: reward.id, key, ...(units === null ? {} : { units }) });
    // A no is an answer: what is asked for after it is another wish.
    if (told.ok || told.trouble === "refused") wishes.current.delete(wish);
    if (!told.ok) return { good: false, text: told.text ?? t("trouble.text") };
    const { redemption } = told.body;
    const code = redemption?.code ?? (redemption ? await lookForCode(app, redemption.id) : null);
    return code === null ? { good: true, text: t("reductions.later") } : applied(code);
  }

  return {
    busy,
    outcome,
    use: (id: string, code: string) => during(id, () => applied(code)),
    redeem: (offer: Offer) => during(offer.reward.id, () => redeemed(offer)),
  };
}

async function lookForCode(app: AppClient, id: string): Promise<string | null> {
  for (const pause of LOOKS_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const told = await app.get("redemptions");
    const found = told.ok ? told.body.redemptions.find((each) => each.id === id) : undefined;
    if (found && found.code !== null) return found.code;
    if (found && found.state !== "making") return null;
  }
  return null;
}
