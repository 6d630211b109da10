import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { contrastsOf } from "./contrast.ts";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** WCAG 2.2 AA and what it builds on, and what axe counts as good practice. */
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that colours, sizes and words decide, and not how a page is built. */
const RULES_OF_LOOKS = [
  ...["color-contrast", "link-in-text-block", "target-size"],
  ...["html-has-lang", "html-lang-valid", "valid-lang", "label-content-name-mismatch"],
  ...["button-name", "link-name", "label"],
];

interface Result {
  id: string;
  nodes: { html: string; target: string[]; any: { message: string }[] }[];
}

/** Puts axe into a page, which then stays there. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/** How many of axe's rules are asked. */
export async function countRules(page: Page): Promise<number> {
  return page.evaluate((tags) => {
    const { axe } = globalThis as unknown as { axe: { getRules(tags: string[]): unknown[] } };
    return axe.getRules(tags).length;
  }, TAGS);
}

/** What axe finds on the page as it stands, of any severity, and what it leaves open unless that can be measured. */
export async function axeFaults(page: Page): Promise<string[]> {
  return faultsOf(page, TAGS);
}

/** The same of what a look alone changes, for a page whose structure was tried in another look. */
export async function lookFaults(page: Page): Promise<string[]> {
  return faultsOf(page, { type: "rule", values: RULES_OF_LOOKS });
}

async function faultsOf(
  page: Page,
  runOnly: string[] | { type: string; values: string[] },
): Promise<string[]> {
  const { violations, incomplete } = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Result[]; incomplete: Result[] }> };
    };
    return axe.run(document, { runOnly: only, resultTypes: ["violations", "incomplete"] });
  }, runOnly);
  const left = incomplete.filter(({ id }) => id !== "color-contrast");
  const unsure = incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  const contrasts = await contrastsOf(
    page,
    unsure.map(({ target }) => target.join(" ")),
  );
  return [
    ...[...violations, ...left].flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${wordsOf(node)}`)),
    ...contrasts
      .filter(({ ratio, needed }) => ratio < needed)
      .map(({ text, ratio, needed }) => `contrast: ${ratio} of ${needed}: ${text}`),
  ];
}

function wordsOf({ html, any }: Result["nodes"][number]): string {
  return `${html.slice(0, 120)} ${any.map(({ message }) => message).join("; ")}`.trim();
}

/** Text that does not fit: cut off, running out of its box, or out of the window. One line each. */
export async function fitFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const faults = new Set<string>();
    if (scrollWidth > clientWidth) faults.add(`the page is ${scrollWidth - clientWidth} px too wide`);
    const slot = document.querySelector("#slot");
    const walker = document.createTreeWalker(slot ?? document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) judge(walker.currentNode as Text);
    for (const field of document.querySelectorAll<HTMLInputElement>("#slot input"))
      if (field.checkVisibility() && field.scrollWidth > field.clientWidth + 1)
        faults.add(`cut off in its field: ${field.name} ${field.value}`);
    return [...faults];

    function judge(text: Text): void {
      const words = text.data.trim();
      const parent = text.parentElement;
      // What only screen readers are told is one pixel large.
      if (words === "" || !parent?.checkVisibility() || parent.closest(".perennial-hidden")) return;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const line of range.getClientRects()) {
        const fault = line.width > 0 ? faultOf(line, parent) : null;
        if (fault !== null) faults.add(`${fault}: ${words.slice(0, 60)}`);
      }
    }

    function faultOf(line: DOMRect, parent: Element): string | null {
      if (line.right > clientWidth + 1 || line.left < -1) return "out of the window";
      let isBoxFound = false;
      for (let box: Element | null = parent; box !== null && box.id !== "slot"; box = box.parentElement) {
        const { display, overflowX, overflowY } = getComputedStyle(box);
        if (display === "inline" || display === "contents") continue;
        const edges = box.getBoundingClientRect();
        const isOut = line.left < edges.left - 1 || line.right > edges.right + 1;
        if (isOut && !isBoxFound) return "out of its box";
        if (isOut && overflowX !== "visible") return "cut off at the side";
        if (overflowY === "auto" || overflowY === "scroll") return null;
        if (overflowY !== "visible" && (line.bottom > edges.bottom + 1 || line.top < edges.top - 1))
          return "cut off above or below";
        isBoxFound = true;
      }
      return null;
    }
  });
}
