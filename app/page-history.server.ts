import { why } from "./loyalty/explain.ts";
import { markup, type Markup } from "./markup.server.ts";
import { addressOf, LEAF, part, type PageTerms } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { whyLanguage } from "./texts/why/why-language.ts";
import { whyWords } from "./texts/why/why-words.ts";
import type { recountHistory, Recounted } from "./use-cases/membership/recount-history.ts";

/** What happened to the points, each with the arithmetic behind it, and the way to the receipt of everything. */
export function history(
  { entries, older }: Awaited<ReturnType<typeof recountHistory>>,
  { terms, words }: { terms: PageTerms; words: MembershipWords },
): Markup {
  const { page } = words.t;
  if (entries.length === 0)
    return part(
      page.history,
      markup`<div class="perennial-empty">${LEAF}<p>${page.historyEmpty}</p>
</div>`,
    );
  const { shop, language } = terms.asker;
  const inWords = whyWords(whyLanguage(language.locale, shop));
  const lines = entries.map((entry) => line(entry, words, why(entry.transaction, inWords)));
  const more = older ? markup`<p class="perennial-soft">${page.older}</p>` : null;
  return part(
    page.history,
    markup`<ol class="perennial-history">${lines}</ol>${more}<p><a class="perennial-link" href="${addressOf(terms, "/receipt")}">${page.receipt}</a></p>`,
    "history",
  );
}

function line({ transaction, lines: [main] }: Recounted, { f }: MembershipWords, sentence: string): Markup {
  const at = main?.at ?? transaction.at;
  const moves = main?.kind !== "vest" && main?.kind !== "take";
  const amount = main === undefined || !moves ? null : f.signed(main.points.toString());
  return markup`<li class="perennial-entry">
<time class="perennial-when" datetime="${new Date(at).toISOString()}">${f.date(at)}</time>
<span class="perennial-what">${sentence}</span><span class="perennial-amount">${amount}</span>
</li>`;
}
