import { why } from "./loyalty/explain.ts";
import { markup, type Markup } from "./markup.server.ts";
import { addressOf, LEAF, part, type PageTerms } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";
import { ownNames } from "./texts/why/own-names.ts";
import { whyLanguage } from "./texts/why/why-language.ts";
import { whyWords, type WhyNames } from "./texts/why/why-words.ts";
import type { recountHistory, Recounted } from "./use-cases/membership/recount-history.ts";
import type { RewardOffer } from "./use-cases/rewards/list-rewards.ts";

/** What happened to the points, each with the arithmetic behind it, and the way to the receipt of everything. */
export function history(
  { entries, older }: Awaited<ReturnType<typeof recountHistory>>,
  { terms, words, rewards }: { terms: PageTerms; words: MembershipWords; rewards: readonly RewardOffer[] },
): Markup {
  const { page } = words.t;
  if (entries.length === 0)
    return part(
      page.history,
      markup`<div class="perennial-empty">${LEAF}<p>${page.historyEmpty}</p>
</div>`,
    );
  const { shop, language } = terms.asker;
  const spoken = whyLanguage(language.locale, { ...shop, reader: "shopper" });
  const inWords = whyWords({ ...spoken, points: words.points }, namesOf(rewards, { terms, words }));
  const lines = entries.map((entry) => line(entry, words, why(entry.transaction, inWords)));
  const more = older ? markup`<p class="perennial-soft">${page.older}</p>` : null;
  return part(
    page.history,
    markup`<ol class="perennial-history">${lines}</ol>${more}<p><a class="perennial-link" href="${addressOf(terms, "/receipt")}">${page.receipt}</a></p>`,
    "history",
  );
}

/** What shoppers read in place of ids: the merchant's own names, else what a reward gives, else the id as words. */
function namesOf(
  rewards: readonly RewardOffer[],
  { terms, words }: { terms: PageTerms; words: MembershipWords },
): WhyNames {
  const { language, shop } = terms.asker;
  const inWords = rewardWords(language, shop);
  const plain = (id: string) => id.replaceAll(/[-_]+/g, " ");
  return {
    ...ownNames(words.nameOf, plain),
    reward(id) {
      const offer = rewards.find((each) => each.id === id);
      return (
        words.nameOf("rewards", id) ?? (offer ? inWords.benefit({ ...offer, minimum: null }) : plain(id))
      );
    },
  };
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
