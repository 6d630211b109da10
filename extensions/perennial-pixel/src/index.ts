import { register } from "@shopify/web-pixels-extension";
import { gather, pickIn, type Seen } from "./seen.ts";

/** Long enough for what comes into view together. */
const GATHER_MS = 1_000;

register(({ analytics, settings }) => {
  const see = gather(
    (events) => void send(settings, events),
    (work) => setTimeout(work, GATHER_MS),
  );
  analytics.subscribe("perennial_shown", ({ customData }) => see("shown", fieldOf(customData, "pick")));
  analytics.subscribe("page_viewed", ({ context }) => see("clicked", pickIn(context.document.location.href)));
});

/** Plain text, so that the browser need not ask first; without cookies, and to be finished after the page is left. */
async function send(settings: Record<string, unknown>, events: Seen[]): Promise<void> {
  const { address, shop } = settings;
  if (typeof address !== "string") return;
  await fetch(address, {
    method: "POST",
    keepalive: true,
    credentials: "omit",
    headers: { "Content-Type": "text/plain" },
    body: JSON.stringify({ shop, events }),
  }).catch(() => undefined);
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined;
}
