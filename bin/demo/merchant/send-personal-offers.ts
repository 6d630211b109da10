import { randomUUID } from "node:crypto";
import { actOnOffers } from "../../../app/use-cases/offers/act-on-offers.ts";
import type { Deed } from "./deeds.ts";
import { formOf } from "./form-of.ts";

const LIMITS = { deed: "limits", revision: "0", amount: "250.00", largestOrder: "150.00", delivery: "4.99" };

const OFFERS = {
  ...{ segment: "", policy: "personal", rewards: "five-off", points: "150", lasts: "" },
  ...{ budget: "200.00", generosity: "25", reason: "Something for your next visit" },
};

/** Sets what a month's offers may cost, has some drawn up and sends them as they were shown. */
export const sendPersonalOffers: Deed = async (services, shop, by) => {
  const act = (fields: Readonly<Record<string, string>>) =>
    actOnOffers(services, shop, { form: formOf(fields), locale: "en", by });
  await act({ ...LIMITS, carries: "on" });
  const form = { ...OFFERS, id: randomUUID() };
  const drawn = await act({ ...form, deed: "preview" });
  if (drawn.outcome !== "drawn-up") throw new Error(`No offers could be drawn up: ${drawn.outcome}.`);
  const { given, cost } = drawn.preview;
  const { outcome } = await act({ ...form, deed: "send", given: String(given), cost: String(cost) });
  if (outcome !== "sent") throw new Error(`The offers were not sent: ${outcome}.`);
};
