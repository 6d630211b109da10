import { html } from "../../admin/markup.ts";
import { Refusal } from "../../http/answer.ts";
import type { Deed } from "../deeds.ts";
import { form } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

const EXAMPLE = `{
  "do": "order.place",
  "customer": "sam@example.com",
  "lines": [{ "title": "Hand-written card", "price": "3.50", "quantity": 2 }],
  "source": "pos"
}`;

/** Every action of the JSON interface, also those without a form of their own. */
export async function anythingPage(visit: PanelVisit): Promise<PanelPage> {
  const { actions } = await control<{ actions: string[] }>(visit, "");
  return {
    title: "Anything else",
    main: html`<p class="lead">
        One action as JSON, or a list of them that happens all or not at all: what
        <code>POST /sandbox/api/actions</code> takes.
      </p>
      ${form(visit, { action: "/sandbox/actions/do", title: "Do this", submit: "Do it" }, (fields) => fields.area("json", "Action", { value: EXAMPLE, rows: 10 }))}
      <section class="box">
        <h2>What can be done</h2>
        <p class="words">${actions.map((action) => html`<code>${action}</code> `)}</p>
      </section>`,
  };
}

export const doAnything: Deed = async (visit, sent) => {
  const text = sent.required("json", "Action");
  const done = await control<unknown>(visit, "/actions", { method: "POST", body: requireJson(text) });
  const names = [done].flat().map((outcome) => String((outcome as { action: string }).action));
  return { said: `Done: ${names.join(", ")}.`, next: "/sandbox/actions" };
};

function requireJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`This is not JSON: ${error instanceof Error ? error.message : ""}`, 400);
  }
}
