import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import type { ShownMove } from "../../use-cases/segments/show-segment.ts";
import { MovesCard } from "./moves-card.tsx";

vi.mock("../../components/use-words.ts", () => ({
  useWords: () => ({
    t: textsFor("en"),
    f: formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" }),
  }),
}));

const NOON = Date.UTC(2026, 9, 2, 12, 34);
const OFTEN: ShownMove["reason"] = {
  kind: "conditions",
  because: [{ condition: { fact: "tier", among: ["gold"] }, holds: true }],
};

function cardOf(reasons: readonly ShownMove["reason"][]): string {
  const moves = reasons.map((reason, place): ShownMove => {
    const member = { id: String(place), firstName: "Ann", lastName: `No. ${place}`, email: null };
    return { ...{ id: String(place), member, at: NOON }, entered: true, reason };
  });
  return renderToStaticMarkup(
    <AppProvider i18n={en}>
      <MovesCard moves={moves} choicesOf={() => []} />
    </AppProvider>,
  );
}
const times = (text: string, sought: string) => text.split(sought).length - 1;

test("the last ten stand there, the others are asked for", () => {
  const many = cardOf(Array.from({ length: 50 }, () => OFTEN));
  expect(times(many, "came in")).toBe(10);
  expect(many).toContain("Show more");
  const few = cardOf(Array.from({ length: 10 }, () => OFTEN));
  expect(times(few, "came in")).toBe(10);
  expect(few).not.toContain("Show more");
});

test("the same reason is said once, and another where it begins", () => {
  const redefined = { kind: "redefined" } as const;
  const card = cardOf([OFTEN, OFTEN, redefined, redefined, OFTEN]);
  expect(times(card, "True: ")).toBe(2);
  expect(times(card, "The segment was changed.")).toBe(1);
  expect(times(card, "came in")).toBe(5);
});

test("says at what time", () => {
  expect(cardOf([OFTEN])).toMatch(/12:34/);
});
