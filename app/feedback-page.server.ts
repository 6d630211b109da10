import { randomUUID } from "node:crypto";
import { markup } from "./markup.server.ts";
import { LONGEST_MESSAGE } from "./member-input.server.ts";
import { button, form, page, type PageTerms } from "./page-frame.server.ts";
import { signInPage } from "./rewards-page.server.ts";

/** Where a member says how it was: a plain form, which needs no script. `order` is what they were asked about. */
export function feedbackPage(
  terms: PageTerms,
  { said, order }: { said: string | null; order: string | null },
): Response {
  const { feedback: t } = terms.asker.language.own;
  if (terms.asker.memberId === null) return signInPage(terms);
  const known = /^[1-9]\d{0,17}$/.exec(order ?? "")?.[0] ?? "";
  const content = form(
    terms,
    { action: "/feedback", fields: { key: randomUUID(), order: known } },
    markup`<div class="perennial-part"><label class="perennial-field"><span class="perennial-small">${t.text}</span><textarea name="text" rows="6" maxlength="${LONGEST_MESSAGE}" required dir="auto"></textarea></label>
<p class="perennial-actions">${button(t.send)}</p></div>`,
  );
  return page(terms, {
    title: t.title,
    said,
    content: [markup`<p class="perennial-soft">${t.why}</p>`, content],
  });
}
