import { codeImages } from "./code-images.server.ts";
import { markup, Markup } from "./markup.server.ts";
import type { Known } from "./member-answers.server.ts";
import { addressOf, LEAF, PRIVATE, type PageTerms } from "./page-frame.server.ts";
import { fill } from "./texts/why/why-language.ts";
import { groupedCode, memberCodeOf } from "./use-cases/membership/member-code.ts";

/**
 * The member's card: a document of its own and not a page of the theme, for what is kept on a phone's home screen or
 * printed has no header and no basket, and a manifest counts in a document's head alone. It asks for nothing but its
 * manifest and its icon, and no script could run in it.
 */
export async function cardPage(terms: PageTerms, { shop, memberId, language }: Known): Promise<Response> {
  const code = memberCodeOf(shop, memberId);
  const { qr, barcode } = await codeImages(code);
  const shown = groupedCode(code);
  const { card, page } = language.own;
  const alternative = (text: string) => fill(text, { code: shown });
  const body = markup`<!doctype html>
<html lang="${language.locale}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#ffffff">
<title>${card.title} · ${shop.name}</title>
<link rel="manifest" href="${addressOf(terms, "/manifest")}">
<link rel="icon" href="${terms.prefix}/icon" type="image/svg+xml">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<article>
<header>${LEAF}<h1>${shop.name}</h1>
</header>
<p>${card.title}</p>
<div class="qr" role="img" aria-label="${alternative(card.qr)}">${new Markup(qr)}</div>
<div class="bars" role="img" aria-label="${alternative(card.barcode)}">${new Markup(barcode)}</div>
<p class="code"><span class="hidden">${card.code}: </span>${shown}</p>
<p class="soft">${card.intro}</p>
</article>
<p class="soft away">${card.keep}</p>
<p class="away"><a href="${addressOf(terms, "")}">${page.back}</a></p>
</main>
</body>
</html>`;
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; manifest-src 'self'; img-src 'self'; base-uri 'none'";
  return new Response(body.text, {
    headers: {
      ...PRIVATE,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "X-Frame-Options": "DENY",
    },
  });
}

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef0ec; color: #1d211c;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { width: min(100%, 26rem); padding: 1.5rem 1rem; }
article { padding: 1.5rem; border: 1px solid #d9dcd6; border-radius: 16px; background: #fff; text-align: center; }
header { display: flex; justify-content: center; align-items: center; gap: 0.5rem; }
.perennial-leaf { width: 1.25rem; height: 1.25rem; color: #2f6b3c; flex: none; }
h1 { margin: 0; font-size: 1.25rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0.25rem 0 0; }
:is(.qr, .bars) svg { display: block; max-width: 100%; margin: 0 auto; }
/* Whole pixels a module: a bar that is one pixel wider than its like is another bar to a scanner. */
.qr svg { height: auto; }
.bars { margin: 0.5rem -1rem 0; }
.bars svg { height: 72px; }
@media (min-width: 40rem) { main { width: 36rem; } .bars svg { zoom: 2; height: 48px; } }
.code { margin-top: 0.5rem; font: 600 1.125rem/1.4 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.soft { color: #5c635b; }
.away { margin-top: 1rem; text-align: center; }
a { display: inline-block; padding: 0.625rem; color: inherit; text-underline-offset: 4px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@page { margin: 12mm; }
@media print {
  body { background: none; place-items: start; }
  main { width: 86mm; padding: 0; }
  article { padding: 4mm; border-radius: 3mm; break-inside: avoid; print-color-adjust: exact; }
  .qr svg { width: 30mm; }
  .bars { margin: 2mm 0 0; }
  .bars svg { zoom: 1; width: 76mm; height: 14mm; max-width: none; }
  .away { display: none; }
}
`;

/** What a phone needs to put the card on its home screen. It names the shop and nobody else. */
export function cardManifest(terms: PageTerms): Response {
  const { shop, language } = terms.asker;
  const name = `${language.own.card.title} · ${shop.name}`;
  const icon = { src: `${terms.prefix}/icon`, type: "image/svg+xml", sizes: "any" };
  const manifest = {
    name,
    short_name: shop.name,
    lang: language.locale,
    dir: language.direction,
    id: `${terms.prefix}/card`,
    start_url: addressOf(terms, "/card"),
    scope: `${terms.prefix}/`,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [
      { ...icon, purpose: "any" },
      { ...icon, purpose: "maskable" },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { ...PRIVATE, "Content-Type": "application/manifest+json; charset=utf-8" },
  });
}

/** The mark on a ground that reaches into every corner, whatever shape the phone cuts out of it. */
export function cardIcon(): Response {
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#2f6b3c"/><path transform="translate(8 8)" fill="#fff" d="M15 1.5C9.6 1.6 6.3 4.6 6 9.5L3.6 7.1a1.1 1.1 0 0 0-1.6 1.6l4.3 4.6a.9.9 0 0 0 1.3 0C13 11.5 15.3 7.8 15 1.5Z"/></svg>`;
  return new Response(icon, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" },
  });
}
