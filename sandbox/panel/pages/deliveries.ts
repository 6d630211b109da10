import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { when } from "../../admin/words.ts";
import type { Deed } from "../deeds.ts";
import { form } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { describeAnswer, describeDisturbance, waitForAnswers } from "../results.ts";
import type { AttemptedDelivery } from "../results.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { PAGE_SIZE, pager, table } from "./lists.ts";

const STATES = [
  ["", "All"],
  ["waiting", "Waiting"],
  ["delivered", "Delivered"],
  ["failed", "Failed"],
  ["dropped", "Not sent"],
  ["scheduled", "For later"],
] as const;

interface Deliveries {
  counts: Record<string, number>;
  deliveries: AttemptedDelivery[];
}

/** What was sent to the app, newest first. */
export async function deliveriesPage(visit: PanelVisit): Promise<PanelPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  for (const name of ["state", "topic", "before"]) {
    const value = visit.url.searchParams.get(name);
    if (value) query.set(name, value);
  }
  const { counts, deliveries } = await control<Deliveries>(visit, `/deliveries?${query}`);
  return {
    title: "Deliveries",
    main: html`${stateTabs(visit, counts)}
    ${table(
      deliveries,
      [
        {
          label: "Topic",
          cell: ({ id, topic }) => html`<a href="/sandbox/deliveries/${id}"><code>${topic}</code></a>`,
        },
        { label: "Made", cell: ({ createdAt }) => when(createdAt, visit.shop.timezone) },
        { label: "Answer", cell: answerCell },
        { label: "Tries", numeric: true, cell: ({ attempts }) => attempts.length },
        { label: "Again", cell: (delivery) => redeliverButton(delivery) },
      ],
      query.has("state") || query.has("topic")
        ? "Nothing of that kind."
        : "Nothing was sent to the app yet. Place an order, and its webhooks appear here.",
    )}
    ${pager(visit, "before", deliveries)}`,
  };
}

function stateTabs({ url }: PanelVisit, counts: Record<string, number>): Markup {
  const current = url.searchParams.get("state") ?? "";
  return html`<nav class="tabs" aria-label="States">
    <ul>
      ${STATES.map(([state, label]) => html`<li><a href="/sandbox/deliveries${state && `?state=${state}`}" ${state === current && html` aria-current="true"`}>${label}${state && html` <span class="quiet">${counts[state] ?? 0}</span>`}</a></li>`)}
    </ul>
  </nav>`;
}

function answerCell(delivery: AttemptedDelivery): Markup {
  const { tone, words } = describeAnswer(delivery);
  return html`<span class="tone" data-tone="${tone}">${words}</span
    >${delivery.disturbed && html`<br /><span class="quiet">${describeDisturbance(delivery.disturbed)}</span>`}`;
}

function redeliverButton({ id, topic }: AttemptedDelivery): Markup {
  return html`<form method="post" action="/sandbox/deliveries/${id}/redeliver">
    <button type="submit" class="plain">Send again<span class="unseen">: ${topic} ${id}</span></button>
  </form>`;
}

export async function deliveryPage(visit: PanelVisit, id: string): Promise<PanelPage> {
  const delivery = await control<AttemptedDelivery & { body: string | null }>(visit, `/deliveries/${id}`);
  const { timezone } = visit.shop;
  return {
    title: delivery.topic,
    main: html`<section class="box">
        <dl>
          <div>
            <dt>State</dt>
            <dd>${answerCell(delivery)}</dd>
          </div>
          <div>
            <dt>Sent to</dt>
            <dd><code>${delivery.address}</code></dd>
          </div>
          <div>
            <dt>Webhook id</dt>
            <dd><code>${delivery.webhookId}</code></dd>
          </div>
          <div>
            <dt>Event id</dt>
            <dd><code>${delivery.eventId}</code></dd>
          </div>
          <div>
            <dt>Happened</dt>
            <dd>${when(delivery.triggeredAt, timezone)}</dd>
          </div>
        </dl>
      </section>
      <h2>Tries</h2>
      ${table(
        delivery.attempts,
        [
          { label: "Try", numeric: true, cell: ({ n }) => n },
          { label: "When", cell: ({ at }) => when(at, timezone) },
          {
            label: "Answer",
            cell: ({ status, answer }) => html`${status ?? "none"} <span class="quiet">${answer}</span>`,
          },
          { label: "Took", numeric: true, cell: ({ durationMs }) => `${durationMs} ms` },
        ],
        "Not tried yet.",
      )}
      ${form(visit, { action: `/sandbox/deliveries/${id}/redeliver`, title: "Send it again", submit: "Send again", intro: "The same body under the same webhook id, as Shopify's own retries are." }, () => null)}
      <details class="body">
        <summary>Body</summary>
        ${delivery.body === null ? html`<p class="empty">It arrived so long ago that its body is no longer kept.</p>` : html`<pre tabindex="0">${indented(delivery.body)}</pre>`}
      </details>`,
  };
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

export const redeliver: Deed = async (visit, _sent, id) => {
  const { topic } = await control<AttemptedDelivery>(visit, `/deliveries/${id}/redeliver`, {
    method: "POST",
  });
  await waitForAnswers(visit, Number(id) - 1, Number(id));
  const delivery = await control<AttemptedDelivery>(visit, `/deliveries/${id}`);
  return {
    said: `${topic} was sent again: the app ${describeAnswer(delivery).words}.`,
    next: `/sandbox/deliveries/${id}`,
    silent: true,
  };
};
