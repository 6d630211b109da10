import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { MODEL_KINDS, type ModelKind } from "../../db/models.ts";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import { ModelCard } from "./model-card.tsx";

vi.mock("../../components/use-words.ts", () => ({
  useWords: () => ({
    t: textsFor("en"),
    f: formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" }),
  }),
}));

function cardOf(kind: ModelKind): string {
  const basis = { from: null, to: null, orders: 1_305, buyers: 296, products: 0 };
  const model = { kind, basis, version: 1, trainedAt: 0, figures: [], before: null };
  return renderToStaticMarkup(
    <AppProvider i18n={en}>
      <ModelCard model={model} now={0} />
    </AppProvider>,
  );
}

test("every model says which orders it counts, for each counts others", () => {
  const said = MODEL_KINDS.map((kind) => /What is counted.*?<dd[^>]*>(.*?)<\/dd>/.exec(cardOf(kind))?.[1]);
  expect(said).not.toContain(undefined);
  expect(new Set(said).size).toBe(MODEL_KINDS.length);
});
