import { markup, Markup, type Content } from "./markup.server.ts";
import { PAGE_STYLE } from "./page-style.server.ts";
import type { Asker } from "./reward-answers.server.ts";

/** What every page of ours in the shop knows. */
export interface PageTerms {
  asker: Asker;
  /** Where the shop shows these pages. */
  prefix: string;
  /** What a form sends back with it; null for a guest. */
  token: string | null;
  /** The language that was asked for in the address, to be asked for again by what is linked; null for none. */
  locale: string | null;
}

/** Never shared: what one member may see, another may not. */
export const PRIVATE = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/** The address of one of our pages, in the language of this one. */
export function addressOf(
  { prefix, locale }: Pick<PageTerms, "prefix" | "locale">,
  path: string,
  query: Record<string, string> = {},
): string {
  const all = new URLSearchParams({ ...query, ...(locale === null ? {} : { locale }) });
  return `${prefix}${path}${all.size === 0 ? "" : `?${all.toString()}`}`;
}

export interface PageParts {
  title: string;
  /** What came of whatever led here; null for nothing. */
  said?: string | null;
  content: Content;
  /** Leads back to the page of all there is. */
  isBelow?: boolean;
  status?: number;
  headers?: Record<string, string>;
}

/** A page in the shop's own layout. */
export function page(terms: PageTerms, parts: PageParts): Response {
  const { locale, direction, own } = terms.asker.language;
  const { title, said = null, content, isBelow = true, status = 200, headers = {} } = parts;
  const back = markup`<p><a class="perennial-link" href="${addressOf(terms, "")}">${own.page.back}</a></p>`;
  const body = markup`<style>${new Markup(PAGE_STYLE)}</style>
<div class="perennial perennial-page" lang="${locale}" dir="${direction}">
<h1 class="perennial-title">${title}</h1>
<div class="perennial-panel">${said === null ? null : markup`<p class="perennial-note perennial-said" role="status">${LEAF}<span>${said}</span></p>`} ${content} ${isBelow ? back : null}</div>
</div>`;
  return new Response(body.text, {
    status,
    headers: { "Content-Type": "application/liquid; charset=utf-8", ...PRIVATE, ...headers },
  });
}

/** A part of a page under its own heading; `id` to be led to. */
export function part(heading: string, content: Content, id?: string): Markup {
  const place = id === undefined ? null : markup` id="${id}"`;
  return markup`<section class="perennial-part"${place}>
<h2 class="perennial-subtitle">${heading}</h2>${content}</section>`;
}

/** A form that does something: with the token that no other site can know. */
export function form(
  terms: PageTerms,
  { action, fields = {} }: { action: string; fields?: Record<string, string> },
  content: Content,
): Markup {
  const hidden = Object.entries({ ...fields, token: terms.token ?? "" }).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return markup`<form method="post" action="${addressOf(terms, action)}">${hidden}${content}</form>`;
}

export function button(text: string, kind: "action" | "quiet" = "action"): Markup {
  return markup`<button type="submit" class="${kind === "action" ? "button perennial-action" : "perennial-quiet"}">${text}</button>`;
}

/** The mark: one leaf that is also a tick. */
export const LEAF = new Markup(
  `<svg class="perennial-leaf" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="currentColor" d="M15 1.5C9.6 1.6 6.3 4.6 6 9.5L3.6 7.1a1.1 1.1 0 0 0-1.6 1.6l4.3 4.6a.9.9 0 0 0 1.3 0C13 11.5 15.3 7.8 15 1.5Z"/></svg>`,
);
