import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { Refusal } from "../../http/answer.ts";
import type { Disturbances } from "../../webhooks/disturbances.ts";
import type { SenderSettings } from "../../webhooks/sender.ts";
import type { Deed, Done } from "../deeds.ts";
import { form } from "../fields.ts";
import type { Sent } from "../form-data.ts";
import type { PanelPage } from "../layout.ts";
import { describeDisturbance } from "../results.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

type Line = SenderSettings & { disturbances: Disturbances };
type Kind = Disturbances["next"][number]["kind"];

const SHARES = [
  ["duplicate", "Sent twice, same webhook id"],
  ["repeat", "Sent twice, another webhook id"],
  ["delay", "Held back"],
  ["drop", "Never sent"],
] as const;

/** How the line to the app runs, and what disturbs it. */
export async function linePage(visit: PanelVisit): Promise<PanelPage> {
  const line = await control<Line>(visit, "/line");
  const topics = visit.sandbox.manifest.subscriptions.map(({ topic }) => topic);
  return {
    title: "Disturbances",
    main: html`<p class="lead">
        Shopify delivers at least once, in no promised order, and sometimes not at all. Here that can be had
        on purpose.
      </p>
      ${standing(line)}
      <div class="forms">
        ${nextForm(visit, topics)} ${sharesForm(visit, line.disturbances)} ${settingsForm(visit, line)}
        ${rawForm(visit, topics)}
      </div>`,
  };
}

/** What is disturbed now, in words. */
function standing({ paused, disturbances }: Line): Markup {
  const words: string[] = [];
  if (paused) words.push("The line is paused: everything waits.");
  for (const [kind, label] of SHARES)
    if (disturbances[kind] > 0)
      words.push(`${label}: ${Math.round(disturbances[kind] * 100)} % of all deliveries.`);
  if (disturbances.shuffleSeconds > 0) words.push(`Shuffled within ${disturbances.shuffleSeconds} s.`);
  for (const { kind, topic } of disturbances.next)
    words.push(`The next ${topic ?? "delivery"} will be ${describeDisturbance(kind)}.`);
  if (words.length === 0)
    return html`<p class="empty">Nothing is disturbed: every delivery is sent once, at once.</p>`;
  return html`<section class="box standing">
    <h2>In force now</h2>
    <ul>
      ${words.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <form method="post" action="/sandbox/line/stop">
      <button type="submit" class="plain">End all disturbances</button>
    </form>
  </section>`;
}

function nextForm(visit: PanelVisit, topics: string[]): Markup {
  return form(
    visit,
    {
      action: "/sandbox/line/next",
      title: "Disturb the next one",
      submit: "Arrange it",
      intro: "Once, for the very next delivery.",
    },
    (fields) =>
      html` ${fields.select(
        "kind",
        "What",
        SHARES.map(([kind, label]) => [kind, label] as const),
      )}
      ${fields.select("topic", "Of", [["", "whatever comes"], ...topics.map((topic) => [topic, topic] as const)])}`,
  );
}

function sharesForm(visit: PanelVisit, disturbances: Disturbances): Markup {
  return form(
    visit,
    {
      action: "/sandbox/line/shares",
      title: "Disturb a share of all",
      submit: "Set",
      intro: "In per cent of all deliveries; 0 is off.",
    },
    (fields) =>
      html`<div class="grid">
        ${SHARES.map(([kind, label]) => fields.text(kind, label, { type: "number", value: String(Math.round(disturbances[kind] * 100)) }))}
        ${fields.text("delaySeconds", "Held back for (seconds)", { type: "number", value: String(disturbances.delaySeconds) })}
        ${fields.text("shuffleSeconds", "Shuffle within (seconds)", { type: "number", value: String(disturbances.shuffleSeconds), hint: "Each waits for a chance part of it." })}
      </div>`,
  );
}

function settingsForm(visit: PanelVisit, { paused, concurrency, timeScale }: Line): Markup {
  return form(
    visit,
    { action: "/sandbox/line/settings", title: "The line", submit: "Set" },
    (fields) =>
      html` ${fields.check("paused", "Paused: nothing is sent, everything waits", paused)}
        <div class="grid">
          ${fields.text("concurrency", "At once", { type: "number", value: String(concurrency) })}
          ${fields.text("timeScale", "Clock, times faster", { type: "number", value: String(timeScale), hint: "Retries over 4 hours, shop/redact after 48." })}
        </div>`,
  );
}

function rawForm(visit: PanelVisit, topics: string[]): Markup {
  return form(
    visit,
    {
      action: "/sandbox/line/send",
      title: "Send something of your own",
      submit: "Send",
      intro:
        "Signed like the shop's own. What is not JSON is sent as it stands, so that a malformed body can be tried.",
    },
    (fields) =>
      html` ${fields.select(
        "topic",
        "Topic",
        topics.map((topic) => [topic, topic] as const),
      )}
      ${fields.area("payload", "Body", { value: '{ "id": 1 }', rows: 5 })}`,
  );
}

export const disturbNext: Deed = async (visit, sent) => {
  const kind = sent.required("kind", "What") as Kind;
  const topic = sent.text("topic");
  await changeLine(visit, { disturbances: { next: [topic ? { kind, topic } : { kind }] } });
  return done(`The next ${topic ?? "delivery"} will be ${describeDisturbance(kind)}.`);
};

export const disturbShares: Deed = async (visit, sent) => {
  const shares = Object.fromEntries(SHARES.map(([kind, label]) => [kind, percent(sent, kind, label)]));
  const delaySeconds = sent.number("delaySeconds", "Held back for") ?? 0;
  const shuffleSeconds = sent.number("shuffleSeconds", "Shuffle within") ?? 0;
  await changeLine(visit, { disturbances: { ...shares, delaySeconds, shuffleSeconds } });
  return done("The disturbances are set.");
};

export const stopDisturbing: Deed = async (visit) => {
  await changeLine(visit, { disturbances: null });
  return done("Nothing is disturbed any more.");
};

export const setLine: Deed = async (visit, sent) => {
  const paused = sent.checked("paused");
  const concurrency = sent.number("concurrency", "At once");
  const timeScale = sent.number("timeScale", "Clock");
  await changeLine(visit, { paused, concurrency, timeScale });
  return done(paused ? "The line is paused." : "The line runs.");
};

export const sendOwn: Deed = async (visit, sent) => {
  const topic = sent.required("topic", "Topic");
  const payload = parseOrKeep(sent.required("payload", "Body"));
  await control(visit, "/webhooks", { method: "POST", body: { topic, payload } });
  return done(`Your ${topic} was sent.`);
};

function changeLine(visit: PanelVisit, change: object): Promise<Line> {
  return control<Line>(visit, "/line", { method: "POST", body: change });
}

function percent(sent: Sent, name: string, label: string): number {
  const value = sent.number(name, label) ?? 0;
  if (value < 0 || value > 100) throw new Refusal(`${label}: a share is between 0 and 100 per cent.`);
  return value / 100;
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function done(said: string): Done {
  return { said, next: "/sandbox/line", silent: true };
}
