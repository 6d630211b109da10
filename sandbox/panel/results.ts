import { setTimeout } from "node:timers/promises";
import { html } from "../admin/markup.ts";
import type { Markup } from "../admin/markup.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Attempt, Delivery } from "../webhooks/queue.ts";
import type { Done } from "./deeds.ts";
import { control } from "./visit.ts";
import type { PanelVisit } from "./visit.ts";

/** What a form did, in words, and which deliveries came of it: those after `after` up to `upTo`. */
interface Result {
  said: string;
  silent: boolean;
  after: number;
  upTo: number;
}

export type AttemptedDelivery = Delivery & { attempts: Attempt[] };

const WAIT_MS = 1500;
const LOOK_EVERY_MS = 40;
const MOST_RESULTS = 100;
const MOST_SHOWN = 12;

const FORGOTTEN: Result = { said: "", silent: true, after: 0, upTo: 0 };

const results = new WeakMap<Sandbox, Result[]>();

/** Does something and remembers what came of it, under the number with which `resultBox` shows it. */
export async function remember(
  visit: PanelVisit,
  deed: () => Promise<Done>,
): Promise<{ number: number; next: string }> {
  const after = await newestDelivery(visit);
  const { said, next, silent = false } = await deed();
  const upTo = await newestDelivery(visit);
  // Most answers are there within a blink; the page waits for them rather than showing an empty list.
  await waitForAnswers(visit, after, upTo);
  const list = results.get(visit.sandbox) ?? [];
  results.set(visit.sandbox, list);
  list.push({ said, silent, after, upTo });
  if (list.length > MOST_RESULTS) list[list.length - MOST_RESULTS - 1] = FORGOTTEN;
  return { number: list.length, next };
}

/** The result with this number: what was done, what was sent, and how the app answered. */
export async function resultBox(visit: PanelVisit, number: number): Promise<Markup | null> {
  const result = results.get(visit.sandbox)?.[number - 1];
  if (!result?.said) return null;
  const deliveries = await listBetween(visit, result.after, result.upTo);
  const pending = deliveries.some(isOutstanding);
  return html`<section
    class="result"
    role="status"
    id="result"
    data-number="${number}"
    ${pending && html` data-pending`}
  >
    <h2>${result.said}</h2>
    ${
      deliveries.length > 0 &&
      html`<p>Sent to the app:</p>
        <ul>
          ${deliveries.reverse().map(deliveryLine)}
        </ul>`
    }
    ${deliveries.length === 0 && !result.silent && html`<p>Nothing was sent to the app.</p>`}
  </section>`;
}

function deliveryLine(delivery: AttemptedDelivery): Markup {
  const { tone, words } = describeAnswer(delivery);
  return html`<li>
    <a href="/sandbox/deliveries/${delivery.id}"><code>${delivery.topic}</code></a>
    <span class="tone" data-tone="${tone}">${words}</span
    >${delivery.disturbed && html` <span class="quiet">(${describeDisturbance(delivery.disturbed)})</span>`}
  </li>`;
}

/** How the app answered, in words. */
export function describeAnswer({ state, attempts }: AttemptedDelivery): {
  tone: "good" | "bad" | "open";
  words: string;
} {
  const last = attempts.at(-1);
  if (state === "dropped") return { tone: "open", words: "not sent" };
  if (!last) return { tone: "open", words: state === "scheduled" ? "is sent later" : "waits to be sent" };
  const tries = attempts.length > 1 ? `, at try ${attempts.length}` : "";
  const answer =
    last.status === null
      ? `did not arrive: ${last.answer}`
      : `answered ${last.status} in ${last.durationMs} ms`;
  if (state === "delivered") return { tone: "good", words: `${answer}${tries}` };
  if (state === "failed") return { tone: "bad", words: `${answer}; given up after ${attempts.length} tries` };
  return { tone: "bad", words: `${answer}; it will be tried again` };
}

const DISTURBANCES: Record<string, string> = {
  duplicate: "sent a second time with the same webhook id",
  repeat: "sent a second time with another webhook id",
  delay: "held back",
  drop: "dropped on purpose",
};

export function describeDisturbance(kind: string): string {
  return DISTURBANCES[kind] ?? kind;
}

export async function listDeliveries(visit: PanelVisit, query: string): Promise<AttemptedDelivery[]> {
  return (await control<{ deliveries: AttemptedDelivery[] }>(visit, `/deliveries?${query}`)).deliveries;
}

/** Waits until each of these deliveries was tried, or for as long as a person is patient. */
export async function waitForAnswers(visit: PanelVisit, after: number, upTo: number): Promise<void> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until && (await listBetween(visit, after, upTo)).some(isOutstanding)) {
    await setTimeout(LOOK_EVERY_MS);
  }
}

/** The newest deliveries of a span, as many as are shown. */
async function listBetween(visit: PanelVisit, after: number, upTo: number): Promise<AttemptedDelivery[]> {
  const count = Math.min(upTo - after, MOST_SHOWN);
  return count > 0 ? listDeliveries(visit, `before=${upTo + 1}&limit=${count}`) : [];
}

function isOutstanding({ state, attempts }: AttemptedDelivery): boolean {
  return state === "waiting" && attempts.length === 0;
}

async function newestDelivery(visit: PanelVisit): Promise<number> {
  return (await listDeliveries(visit, "limit=1"))[0]?.id ?? 0;
}
