import { existsSync, readFileSync } from "node:fs";
import chromiumForServers from "@sparticuz/chromium";
import { chromium, type Browser, type LaunchOptions, type Frame, type Page } from "playwright-core";

/** An ordinary desktop browser: some doors turn away what looks like a robot. */
export const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

const INSTALLED = ["/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** The Chromium that comes as a package on Linux x64; elsewhere, or where `CHROME` names one, an installed Chrome. */
export async function openBrowser(): Promise<Browser> {
  try {
    return await chromium.launch(await launchOptions());
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const mend = "Install Chrome, or set CHROME to the path of a Chromium.";
    throw new Error(`No browser could be started (${reason}). ${mend}`, { cause: error });
  }
}

/**
 * Unpacks the Chromium that comes as a package, once and before anybody starts it: of two who begin at the same moment
 * on a new machine, one would start a program that the other is still writing.
 */
export default async function prepareBrowser(): Promise<void> {
  await launchOptions();
}

// No page of ours draws in three dimensions, and imitating a graphics card costs the processor a seventh of all it does.
chromiumForServers.setGraphicsMode = false;

async function launchOptions(): Promise<LaunchOptions> {
  const installed =
    process.env.CHROME ?? (isPackaged ? undefined : INSTALLED.find((path) => existsSync(path)));
  if (installed !== undefined) return { executablePath: installed };
  if (!isPackaged) return { channel: "chrome" };
  return {
    executablePath: await chromiumForServers.executablePath(),
    // In a single process the whole browser ends with its first page.
    args: chromiumForServers.args.filter((arg) => arg !== "--single-process"),
  };
}

const isPackaged = process.platform === "linux" && process.arch === "x64";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

export interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe finds on the page as it stands, serious or worse, one line each. */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  return (await accessibilityFindings(page)).filter(isSerious).map(lineOf);
}

/** All that axe finds, of whatever weight, in the page or frame alone: frames within it are looked at by themselves. */
export async function accessibilityFindings(page: Page | Frame): Promise<Violation[]> {
  await page.evaluate(AXE);
  return page.evaluate<Violation[]>(
    "axe.run(document, { resultTypes: ['violations'], iframes: false }).then((result) => result.violations)",
  );
}

export function isSerious({ impact }: Violation): boolean {
  return impact === "serious" || impact === "critical";
}

export function lineOf({ id, nodes }: Violation): string {
  return `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`;
}

/** How many pixels the page is wider than its window; 0 is right. */
export async function overflow(page: Page | Frame): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
