import type { StoredTransaction } from "./db/ledger.ts";
import { why } from "./loyalty/explain.ts";
import type { Account } from "./loyalty/ledger.ts";
import type { Receipt } from "./loyalty/receipt.ts";
import type { HeadStatement } from "./loyalty/signed-head.ts";
import { parseInstant } from "./loyalty/time.ts";
import { fill, type WhyLanguage } from "./texts/why/why-language.ts";
import { whyWords, type WhyNames } from "./texts/why/why-words.ts";
import type { IssuedReceipt } from "./use-cases/proof/issue-receipt.ts";

export interface ReceiptPageTerms {
  shopName: string;
  checker: string;
  language: WhyLanguage;
  /** What the merchant calls rewards, rules and levels. */
  names: WhyNames;
}

/**
 * The receipt as a page to read and to print, in one file: it holds the receipt itself for whoever wants to check it,
 * and asks for nothing more. Everything in it is escaped, and no script could run.
 */
export function receiptPage({ receipt, transactions }: IssuedReceipt, terms: ReceiptPageTerms): string {
  const { locale, direction, t, f } = terms.language;
  const words = t.receipt;
  const intro = fill(words.intro, { shop: terms.shopName, date: f.date(parseInstant(receipt.issuedAt)) });
  return `<!doctype html>
<html lang="${escaped(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)} · ${escaped(terms.shopName)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header><h1>${escaped(words.title)}</h1><p>${escaped(intro)}</p></header>
${figures(receipt, terms.language)}
${transactions.length === 0 ? `<p>${escaped(words.none)}</p>` : entries(transactions, terms)}
${proof(receipt, terms)}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light; --line: #d9dcd6; --soft: #5c635b; --leaf: #2f6b3c; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1d211c; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.125rem; }
p { margin: 0.5rem 0 0; max-width: 44rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
dt, .soft { color: var(--soft); font-size: 0.875rem; }
dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th { text-align: start; font-weight: 600; color: var(--soft); font-size: 0.875rem; }
th, td { padding: 0.625rem 0.75rem 0.625rem 0; border-block-end: 1px solid var(--line); vertical-align: top; }
th:last-child, td:last-child { padding-inline-end: 0; text-align: end; }
td:first-child, td:last-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
td:last-child { font-weight: 600; }
code { display: block; color: var(--soft); font: 0.75rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; direction: ltr; text-align: start; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1rem; }
.actions a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1rem; border: 1px solid var(--leaf); border-radius: 0.5rem; color: var(--leaf); text-decoration: none; font-weight: 600; }
.actions a:first-child { background: var(--leaf); color: #fff; }
a:focus-visible { outline: 2px solid var(--leaf); outline-offset: 2px; }
@media (max-width: 34rem) {
  thead { display: none; }
  tr { display: grid; grid-template-columns: 1fr auto; padding: 0.75rem 0; border-block-end: 1px solid var(--line); }
  td { border: 0; padding: 0; }
  td:first-child { grid-row: 1; color: var(--soft); font-size: 0.875rem; }
  td:last-child { grid-row: 1; grid-column: 2; }
  td:nth-child(2) { grid-column: 1 / -1; }
}
@media print { main { max-width: none; padding: 0; } .actions, .screen { display: none; } tr { break-inside: avoid; } }
`;

function figures({ balances }: Receipt, { t, f }: WhyLanguage): string {
  const names = t.receipt.figures;
  const keys = Object.keys(names) as (keyof typeof names)[];
  const parts = keys.map(
    (key) => `<div><dt>${escaped(names[key])}</dt><dd>${escaped(f.whole(balances[key]))}</dd></div>`,
  );
  return `<dl>${parts.join("")}</dl>`;
}

function entries(transactions: StoredTransaction[], { language, names }: ReceiptPageTerms): string {
  const { t, f } = language;
  const words = whyWords(language, names);
  const rows = transactions.map(
    (entry) =>
      `<tr><td>${escaped(f.date(entry.at))}</td><td>${escaped(why(entry, words))}<code>${entry.seq} · ${entry.hash}</code></td><td>${escaped(f.signed(netOf(entry).toString()))}</td></tr>`,
  );
  const { when, what, points } = t.receipt;
  const head = [when, what, points].map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

const MEMBERS_OWN: readonly Account[] = ["pending", "available", "held", "owed"];

/** By how much the entry changed all that the member has; 0 where points only became available, held or free again. */
function netOf({ postings }: StoredTransaction): bigint {
  return postings.reduce((net, { debit, credit, points }) => {
    const gained = MEMBERS_OWN.includes(credit) ? points : 0n;
    return net + gained - (MEMBERS_OWN.includes(debit) ? points : 0n);
  }, 0n);
}

function proof(receipt: Receipt, { checker, language }: ReceiptPageTerms): string {
  const { t, f } = language;
  const words = t.receipt;
  const { seal, signed } = receipt;
  const file = `data:application/json;base64,${Buffer.from(JSON.stringify(receipt)).toString("base64")}`;
  const said =
    seal === null || signed === null
      ? `<p>${escaped(words.unsigned)}</p>`
      : `<p>${escaped(
          fill(words.signed, {
            count: f.count(seal.seq),
            all: f.count(receipt.transactions.length),
            date: f.dateTime(parseInstant((JSON.parse(signed.statement) as HeadStatement).at)),
            address: receipt.published,
          }),
        )}</p><p class="soft">${escaped(fill(words.key, { key: signed.publicKey }))}</p>`;
  return `<section><h2>${escaped(words.proof)}</h2>${said}<p class="screen">${escaped(words.check)}</p>
<p class="actions"><a download="receipt.json" href="${file}">${escaped(words.file)}</a><a href="${escaped(checker)}" target="_blank" rel="noopener">${escaped(words.checker)}</a></p></section>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
}
