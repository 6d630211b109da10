import type { Frame, Page } from "playwright-core";

/** How quick and steady a page was, as the browser itself tells of it. */
export interface Vitals {
  /** Largest contentful paint, milliseconds from the beginning of the page's own load. */
  lcp: number;
  /** All layout shifts that no input explains, added up. */
  cls: number;
  /** The slowest interaction, milliseconds until the next paint. */
  inp: number;
}

/** Built for Shopify asks for these at the 75th percentile. */
export const MOST: Vitals = { lcp: 2_500, cls: 0.1, inp: 200 };

declare global {
  interface Window {
    vitals: Vitals;
  }
}

/** Before the page is opened. */
export async function watchVitals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const vitals: Vitals = { lcp: 0, cls: 0, inp: 0 };
    window.vitals = vitals;
    const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
        ...(type === "event" ? { durationThreshold: 16 } : {}),
      });
    watch("largest-contentful-paint", ({ startTime }) => (vitals.lcp = startTime));
    watch("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) vitals.cls += value;
    });
    watch("event", (entry) => {
      const { interactionId } = entry as PerformanceEntry & { interactionId: number };
      if (interactionId > 0) vitals.inp = Math.max(vitals.inp, entry.duration);
    });
  });
}

/** After something was done on the page. */
export function readVitals(frame: Frame): Promise<Vitals> {
  return frame.evaluate(
    () =>
      new Promise<Vitals>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(window.vitals), 50)),
      ),
  );
}
