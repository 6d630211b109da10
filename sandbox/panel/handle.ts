import { serveAsset } from "../admin/assets.ts";
import { html } from "../admin/markup.ts";
import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { Sent } from "./form-data.ts";
import { layout } from "./layout.ts";
import { remember, resultBox } from "./results.ts";
import { findDeed, findPage } from "./routes.ts";
import type { PanelVisit } from "./visit.ts";

/** Everything under /sandbox that is not the JSON interface: the control panel and the files of its pages. */
export async function handleControlPanel(request: Request, sandbox: Sandbox): Promise<Response> {
  const url = new URL(request.url);
  const asset = /^\/sandbox\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
  if (asset) return serveAsset(asset);
  const visit: PanelVisit = { sandbox, shop: sandbox.shopOf(request), url, problem: null };
  const result = /^\/sandbox\/results\/(\d+)$/.exec(url.pathname)?.[1];
  if (result) return fragment(await resultBox(visit, Number(result)));
  return request.method === "POST" ? doDeed(visit, request) : showPage(visit, url.pathname);
}

async function showPage(visit: PanelVisit, path: string, status = 200): Promise<Response> {
  try {
    const page = findPage(path);
    if (!page) throw new Refusal("The control panel has no such page.", 404);
    return await layout(visit, await page(visit), status);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const main = html`<p class="problem" role="alert">${error.message}</p>
      <p><a href="/sandbox">Back to the overview</a></p>`;
    return layout(visit, { title: "Not here", main }, error.status);
  }
}

/** Done: on to the page that shows it. Refused: the same page once more, with the reason and what was typed. */
async function doDeed(visit: PanelVisit, request: Request): Promise<Response> {
  const { pathname } = visit.url;
  const deed = findDeed(pathname);
  if (!deed) return showPage(visit, pathname, 404);
  const form = await request.formData();
  try {
    const { number, next } = await remember(visit, () => deed(visit, new Sent(form)));
    return new Response(null, { status: 303, headers: { location: `${next}?result=${number}` } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = { action: pathname, sentence: error.message, typed: form };
    return showPage({ ...visit, problem }, pathname.replace(/\/[^/]+$/, ""), 422);
  }
}

function fragment(box: { text: string } | null): Response {
  return new Response(box?.text ?? "", { headers: { "content-type": "text/html; charset=utf-8" } });
}
