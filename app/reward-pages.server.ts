import { randomUUID } from "node:crypto";
import type { RewardSummary } from "./loyalty/summary.ts";
import type { Answer, Asker, ToldView } from "./reward-answers.server.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";

export interface PageTerms {
  asker: Asker;
  /** Where the shop shows these pages. */
  prefix: string;
}

interface FormTerms extends PageTerms {
  /** null for a guest. */
  token: string | null;
}

/** Asks once more before points are used, for those who have no scripts. */
export function confirmPage(terms: FormTerms, { body }: Answer, asked: URLSearchParams): Response {
  const { asker, prefix, token } = terms;
  const { texts } = asker.language;
  if (token === null) return signInPage(terms);
  const rewards = body.rewards as (RewardSummary & { title: string; text: string | null })[];
  const reward = rewards.find(({ id }) => id === asked.get("reward"));
  if (reward === undefined) return messagePage(terms, { status: 404, text: texts.why.unknownReward });
  if (reward.text !== null) return messagePage(terms, { status: 200, text: reward.text });
  const units = /^[1-9]\d{0,11}$/.exec(asked.get("units") ?? "")?.[0] ?? null;
  const cost = units === null ? reward.cost : BigInt(units) * BigInt(reward.costPer ?? 0);
  if (cost === null || cost === 0n) return messagePage(terms, { status: 200, text: texts.why.wrongUnits });
  const words = rewardWords(asker.language, { currency: asker.shop.currency, timezone: asker.shop.timezone });
  const value = units === null ? reward.value : units;
  const benefit = words.benefit({ kind: reward.kind, value, minimum: reward.minimum });
  const fields = { reward: reward.id, key: randomUUID(), units: units ?? "", token };
  return page(
    terms,
    texts.page.confirmTitle,
    `<p>${safe(texts.page.confirm(benefit, words.points(String(cost))))}</p>
${form(`${prefix}/redeem`, { ...fields, return_to: asked.get("return_to") ?? "" }, texts.page.redeem)}`,
  );
}

/** What was redeemed, and what came of the form that led here. */
export function redemptionsPage(terms: FormTerms, { body }: Answer, came: URLSearchParams): Response {
  const { asker, prefix, token } = terms;
  const { texts } = asker.language;
  if (token === null) return signInPage(terms);
  const redemptions = body.redemptions as ToldView[];
  const lines = redemptions.map((redemption) => {
    const { id, title, text, canCancel } = redemption;
    const button = canCancel ? form(`${prefix}/cancel`, { redemption: id, token }, texts.page.cancel) : "";
    return `<li><p><strong>${safe(title)}</strong><br>${safe(text)}</p>${button}</li>`;
  });
  const list = lines.length === 0 ? `<p>${safe(texts.page.none)}</p>` : `<ul>${lines.join("\n")}</ul>`;
  const message = messageOf(asker, came);
  const shown = message === null ? "" : `<p role="status">${safe(message)}</p>\n`;
  return page(terms, texts.page.listTitle, `${shown}${list}`);
}

export function messagePage(
  terms: PageTerms,
  { status, text, headers = {} }: { status: number; text: string; headers?: Record<string, string> },
): Response {
  const { texts } = terms.asker.language;
  const back = `<p><a href="${safe(terms.prefix)}/redemptions">${safe(texts.page.listTitle)}</a></p>`;
  return page(terms, texts.page.confirmTitle, `<p role="status">${safe(text)}</p>\n${back}`, {
    status,
    headers,
  });
}

function signInPage(terms: PageTerms): Response {
  const { texts } = terms.asker.language;
  const link = `<p><a href="/account/login">${safe(texts.page.signIn)}</a></p>`;
  return page(terms, texts.page.confirmTitle, `<p>${safe(texts.why.guest)}</p>\n${link}`, { status: 401 });
}

const REFUSALS: ReadonlySet<string> = new Set([
  ...[
    "short",
    "not-now",
    "not-this-tier",
    "unknown-reward",
    "no-fixed-cost",
    "no-sliding-cost",
    "beyond-value",
  ],
  ...["member-limit", "none-left", "nobody", "not-made"],
]);

/** What came of a form stands in the address as a word of ours: what is not one of them is not said. */
function messageOf({ language, shop }: Asker, came: URLSearchParams): string | null {
  const { texts } = language;
  const said = came.get("said") ?? "";
  if (said === "cancelled") return texts.cancelled;
  if (said === "too-late") return texts.tooLate;
  if (!REFUSALS.has(said)) return null;
  const missing = /^\d{1,30}$/.exec(came.get("missing") ?? "")?.[0] ?? "0";
  return rewardWords(language, shop).refusal({ because: said, missing });
}

function form(action: string, fields: Record<string, string>, button: string): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  );
  return `<form method="post" action="${safe(action)}">${inputs.join("")}<button type="submit" class="button">${safe(button)}</button></form>`;
}

/** In the shop's own layout. No Liquid is ever made of data: in what is shown there is no brace. */
function page(
  { asker }: PageTerms,
  title: string,
  content: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const html = `<div class="page-width" lang="${safe(asker.language.locale)}" style="padding: 3rem 1.5rem; max-width: 44rem; margin: 0 auto">
<h1>${safe(title)}</h1>
${content}
</div>`;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "application/liquid; charset=utf-8",
      "Cache-Control": "private, no-store",
      ...headers,
    },
  });
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "{": "&#123;",
  "}": "&#125;",
};

function safe(text: string): string {
  return text.replace(/[&<>"'{}]/g, (character) => ENTITIES[character] ?? "");
}
