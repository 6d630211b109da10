import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core/package.json" with { type: "json" };
import { format, resolveConfig } from "prettier";

const PAGE = join(import.meta.dirname, "../../docs/accessibility.md");
const TESTS = join(import.meta.dirname, "../browser");

/** What was looked at of one block. */
interface Looked {
  states: number;
  looks: number;
  faults: number;
}

/** Collects what was looked at and found, for the page that publishes it. */
export class AccessibilityReport {
  readonly page = PAGE;
  readonly #blocks = new Map<string, Looked>();
  #rules = 0;

  note(block: string, { states, faults, rules }: { states: number; faults: number; rules: number }): void {
    const before = this.#blocks.get(block) ?? { states: 0, looks: 0, faults: 0 };
    this.#blocks.set(block, {
      states: Math.max(before.states, states),
      looks: before.looks + 1,
      faults: before.faults + faults,
    });
    this.#rules = rules;
  }

  /** As the repository's own formatter leaves it. */
  async markdown(): Promise<string> {
    const rows = [...this.#blocks].map(
      ([block, { states, looks, faults }]) => `| ${block} | ${states} | ${looks} | ${faults} |`,
    );
    const text = PROSE.replace("RULES", String(this.#rules))
      .replace("AXE", axe.version)
      .replace("ROWS", rows.join("\n"))
      .replace("PROMISES", promisesOf("blocks-by-keyboard.test.ts"));
    return format(text, { ...(await resolveConfig(PAGE)), parser: "markdown" });
  }
}

/** The titles of a file's tests, under those of their groups. */
function promisesOf(file: string): string {
  const source = readFileSync(join(TESTS, file), "utf8");
  const titles = source.matchAll(/^(\s*)(describe|it)(?:\.each\([^\n]*\))?\(\s*"([^"]+)"/gm);
  return [...titles]
    .map(([, , kind, title = ""]) => (kind === "describe" ? `- ${plain(title)}` : `  - ${plain(title)}`))
    .join("\n");
}

/** Without the places that a table of cases fills in. */
function plain(title: string): string {
  return title.replace("in the theme %s", "every theme").replace("%s: ", "");
}

const PROSE = `# Accessibility

What shoppers meet on the storefront is held to WCAG 2.2 AA by tests. \`npm run accessibility\` runs them and writes this page; \`npm test\` fails where it is not what was found.

## What axe finds

axe-core AXE, RULES rules (WCAG 2.0, 2.1 and 2.2 at A and AA, and good practice), findings of any severity, in Chromium at 375 pixels. Each block is shown in every state that it prints something for, folded parts and the launcher's drawer open as well, in four looks: a light theme, the same at night, a bold dark one, and a boutique in Arabic, from right to left. Of the others, which are built as the first, it is asked what colours, sizes and words decide. Contrast over drawings, of which axe cannot tell, is measured pixel by pixel.

| Block | States | Looks | Findings |
| --- | ---: | ---: | ---: |
ROWS

In all of these, no text is cut off or leaves its place at 320 pixels, which is 400 % of zoom on a window of 1280.

## What else is held

PROMISES

## What is not covered

- Nobody has walked these pages with NVDA, JAWS, VoiceOver or TalkBack for this page. The texts and roles that they read are tested; how it feels to listen to them is not.
- Chromium alone is tested: not Safari, not Firefox.
- Colours that a merchant chooses in the theme editor, and the shop's own theme, can break the contrast that ours keep.
- A reward's 3-D model is shown by Shopify's viewer, with its own controls; pictures stand beside it.
- In customer accounts, the checkout and the till, Shopify draws the components; the extensions say what is in them. Here they are tested in the sandbox's stand-in of these places.
- The app's pages in the admin are made of Polaris; their tests hold axe's serious and critical findings at zero, not the lesser ones.
`;
