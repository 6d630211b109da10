import { render } from "preact";
import { expect, vi } from "vitest";
import { i18nOf } from "../../../sandbox/extension-host/frame/i18n.ts";
import type { Placed, Texts } from "../../../sandbox/extension-host/protocol.ts";

const PLACE = {
  language: "en",
  direction: "ltr",
  country: "GB",
  currency: "GBP",
  timezone: "Europe/London",
} as const;

/** `shopify.i18n` as the platform has it, with the texts that buyers read; the tester's own answers with the keys. */
export function englishTexts(texts: Texts) {
  return i18nOf({ texts, language: "en" } as Placed, PLACE);
}

/** Everything that can be read or heard of what is drawn, in its order; parts are apart by " | ". */
export function onScreen(): string {
  return wordsIn(document.body).join(" | ");
}

const SPOKEN = ["heading", "label", "alt"];

function wordsIn(node: Node): string[] {
  if (node.nodeType === node.TEXT_NODE) return node.textContent?.trim() ? [node.textContent.trim()] : [];
  const spoken = node instanceof Element ? SPOKEN.map((name) => node.getAttribute(name) ?? "") : [];
  return [...spoken.filter((text) => text !== ""), ...[...node.childNodes].flatMap(wordsIn)];
}

/** Before the tester tears down: it empties the document, and what was drawn would be taken up again by the next test. */
export function leave(): void {
  render(null, document.body);
}

export async function shows(text: string): Promise<void> {
  await vi.waitFor(() => expect(onScreen()).toContain(text), { timeout: 3_000, interval: 10 });
}

/** The button, link or field with this text or label. */
export async function find(text: string): Promise<HTMLElement> {
  return vi.waitFor(
    () => {
      const all = [
        ...document.body.querySelectorAll<HTMLElement>(
          "s-button, s-link, s-checkbox, s-select, s-number-field",
        ),
      ];
      const found = all.find((each) => each.textContent === text || each.getAttribute("label") === text);
      if (!found) throw new Error(`There is nothing to press called "${text}" in: ${onScreen()}`);
      return found;
    },
    { timeout: 3_000, interval: 10 },
  );
}

export async function press(text: string): Promise<void> {
  (await find(text)).dispatchEvent(new Event("click", { bubbles: true }));
}

/** Chooses a value of a field, as the platform reports it. */
export async function choose(label: string, value: string): Promise<void> {
  const field = await find(label);
  Object.assign(field, { value });
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export async function tick(label: string, checked: boolean): Promise<void> {
  const field = await find(label);
  Object.assign(field, { checked });
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
