import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createEngine } from "./engine.ts";
import { globalsOf, type Page } from "./page.ts";

const folder = mkdtempSync(join(tmpdir(), "theme-"));
mkdirSync(join(folder, "locales"));
mkdirSync(join(folder, "snippets"));
const english = {
  hello: "Hello {{ name }}",
  bold_html: "<b>{{ name }}</b>",
  things: { one: "{{ count }} thing", other: "{{ count }} things" },
  only_here: "Only here",
};
const polish = {
  hello: "Cześć {{ name }}",
  things: {
    one: "{{ count }} rzecz",
    few: "{{ count }} rzeczy",
    many: "{{ count }} rzeczy!",
    other: "{{ count }} rzeczy?",
  },
};
writeFileSync(join(folder, "locales/en.default.json"), JSON.stringify(english));
writeFileSync(join(folder, "locales/pl.json"), JSON.stringify(polish));
writeFileSync(join(folder, "snippets/inner.liquid"), "{{ given }}{{ outer }}{{ shop.name }}");
afterAll(() => rmSync(folder, { recursive: true }));

const liquid = createEngine({ folder, assetBase: "/assets/" });

function render(source: string, scope: Record<string, unknown> = {}, page: Partial<Page> = {}): string {
  const now = new Date("2026-11-21T23:30:00Z");
  const set = { locale: "en", timezone: "Europe/London", moneyFormat: "£{{amount}}", now, ...page };
  return String(
    liquid.parseAndRenderSync(source, scope, { globals: globalsOf(set, { shop: { name: "Moss" } }) }),
  );
}

describe("Liquid as Shopify renders it", () => {
  it.each([
    ["{{ 7 | divided_by: 2 }}", "3"],
    ["{{ -7 | divided_by: 2 }}", "-4"],
    ["{{ -7 | modulo: 3 }}", "2"],
    ["{{ '120.00' | times: 100 }}", "12000.0"],
    ["{{ '19.99' | times: 100 | round }}", "1999"],
    ["{{ '12' | plus: '3' }}", "15"],
    ["{{ '9007199254740993' | plus: 1 }}", "9007199254740994"],
    ["{{ 99999999999 | times: 99999999999 }}", "9999999999800000000001"],
    ["{{ 3 | at_least: 5 }}{{ '-4' | abs }}", "54"],
    ["{{ nil | plus: 1 }}", "1"],
  ])("calculates as Ruby does: %s", (source, printed) => {
    expect(render(source)).toBe(printed);
  });

  it("refuses to divide by zero", () => {
    expect(() => render("{{ 1 | divided_by: 0 }}")).toThrow("divided by 0");
  });

  it.each([
    ["£{{amount}}", 123456, "£1,234.56"],
    ["{{amount_with_comma_separator}} €", 123456, "1.234,56 €"],
    ["¥{{amount_no_decimals}}", 120000, "¥1,200"],
    ["{{ amount_with_apostrophe_separator }} CHF", 123456789, "1'234'567.89 CHF"],
  ])("prints money in the shop's format %s", (moneyFormat, price, printed) => {
    expect(render("{{ price | money }}", { price }, { moneyFormat })).toBe(printed);
  });

  it("prints money without currency and without noughts", () => {
    expect(render("{{ 2400 | money_without_currency }} {{ 2400 | money_without_trailing_zeros }}")).toBe(
      "24.00 £24",
    );
    expect(render("{{ nothing | money }}")).toBe("");
  });

  it("prints dates in the page's language and the shop's zone", () => {
    const source = "{{ '2026-12-31T23:30:00Z' | date: format: 'abbreviated_date' }}";
    expect(render(source)).toBe("Dec 31, 2026");
    expect(render(source, {}, { locale: "fr", timezone: "Europe/Paris" })).toBe("1 janv. 2027");
    expect(render("{{ 'now' | date: '%s' }} {{ 1780272000 | date: '%Y-%m-%d' }}")).toBe(
      "1795303800 2026-06-01",
    );
    expect(render("{{ '2026-12-31T23:30:00Z' | time_tag: format: 'date' }}")).toBe(
      '<time datetime="2026-12-31T23:30:00Z">December 31, 2026</time>',
    );
    expect(render("{{ 'soon' | date: '%Y' }}")).toBe("soon");
  });

  it("translates with plurals of the language and falls back to the default", () => {
    const counts = [1, 3, 5].map((count) =>
      render("{{ 'things' | t: count: count }}", { count }, { locale: "pl" }),
    );
    expect(counts).toEqual(["1 rzecz", "3 rzeczy", "5 rzeczy!"]);
    expect(render("{{ 'only_here' | t }}", {}, { locale: "pl" })).toBe("Only here");
    expect(render("{{ 'hello' | t: name: 'Ada' }}", {}, { locale: "de" })).toBe("Hello Ada");
  });

  it("escapes translations unless their key says that they are markup", () => {
    expect(render("{{ 'hello' | t: name: '<i>' }}")).toBe("Hello &lt;i&gt;");
    expect(render("{{ 'bold_html' | t: name: 'Ada' }}")).toBe("<b>Ada</b>");
  });

  it("makes JSON that is safe in a script", () => {
    expect(render("{{ value | json }}", { value: { a: "</script>&" } })).toBe(
      '{"a":"\\u003c/script\\u003e\\u0026"}',
    );
  });

  it("shows snippets what they are given and what every page has, and nothing else", () => {
    expect(render("{% assign outer = 'no' %}{% render 'inner', given: 'yes' %}")).toBe("yesMoss");
  });

  it("writes the platform's viewer for a model, and for nothing else", () => {
    const model = {
      media_type: "model",
      alt: "A pot",
      preview_image: { src: "/pot.svg" },
      sources: [{ url: "/pot.glb" }],
    };
    expect(render("{{ model | model_viewer_tag: image_size: '800x', reveal: 'auto' }}", { model })).toBe(
      '<model-viewer src="/pot.glb" camera-controls="true" style="--poster-color: transparent;" data-shopify-feature="1.12" alt="A pot" poster="/pot.svg" reveal="auto"></model-viewer>',
    );
    expect(() => render("{{ 'pot' | model_viewer_tag }}")).toThrow("needs a model");
  });

  it("prints schemas, style sheets and scripts nowhere", () => {
    expect(render('a{% schema %}{ "x": 1 }{% endschema %}b{% stylesheet %}i{}{% endstylesheet %}c')).toBe(
      "abc",
    );
  });

  it.each([
    ["{{ 1 | colour_mix: 2 }}", /colour_mix/],
    ["{% paginate x by 3 %}{% endpaginate %}", /paginate/],
    ["{{ 'missing' | t }}", /translation missing: en.missing/],
    ["{{ 'hello' | t }}", /lacks a value for name/],
    ["{{ 'now' | date: format: 'fancy' }}", /unknown date format/],
    ["{{ 'x.svg' | image_url }}", /needs a width or a height/],
    ["{% schema %}", /not closed/],
  ])("raises where it has less than Shopify: %s", (source, message) => {
    expect(() => render(source)).toThrow(message);
  });
});
