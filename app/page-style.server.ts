/**
 * How the app's own pages look in the shop's layout. In the page itself: the theme's stylesheet of ours is only there
 * where the theme shows a block of ours, and another trip through the proxy would show the page bare first. It speaks
 * the vocabulary of that stylesheet (extensions/perennial-theme/assets/perennial.css), so that where both are there they
 * agree. Sizes are in em and px: themes disagree about what a rem is. No two braces stand beside each other, for the
 * page is Liquid.
 */
export const PAGE_STYLE = `
.perennial-page { --perennial-theme-accent: var(--color-primary-button-background, rgb(var(--color-button)));
  --perennial-mark: var(--perennial-accent, var(--perennial-theme-accent, currentColor));
  --perennial-line: color-mix(in srgb, currentColor 15%, transparent);
  --perennial-tint: color-mix(in srgb, var(--perennial-mark) 8%, transparent);
  --perennial-soft: color-mix(in srgb, currentColor 80%, transparent);
  --perennial-radius: var(--buttons-radius, var(--style-border-radius-buttons, 4px));
  --perennial-corner: min(var(--perennial-radius), 16px);
  container-type: inline-size; box-sizing: border-box; max-width: 62em; margin: 0 auto; padding: 32px 20px 64px;
  line-height: 1.5; text-align: start; overflow-wrap: break-word; }
.perennial-page *, .perennial-page *::before { box-sizing: inherit; }
.perennial-page :where(h1, h2, h3, p, dl, dd, ol, ul, li, form, fieldset) { margin: 0; padding: 0; border: 0; min-width: 0; }
.perennial-page :where(h1, h2, h3) { text-align: start; }
.perennial-page :where(ol, ul) { list-style: none; }
.perennial-page :is(a, button, input, select, textarea):focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.perennial-page .perennial-panel { display: grid; grid-template-columns: minmax(0, 1fr); gap: 40px; }
.perennial-page .perennial-part { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 16px; scroll-margin-block-start: 96px; }
.perennial-page .perennial-title { font-size: 1.75em; line-height: 1.2; margin-block-end: 24px; }
.perennial-page .perennial-subtitle { font-size: 1.375em; line-height: 1.25; }
.perennial-page .perennial-name { font-size: 1em; font-weight: 600; letter-spacing: 0; text-transform: none; }
.perennial-page .perennial-hero { position: relative; display: grid; grid-template: none / minmax(0, 1fr); gap: 8px; padding: clamp(20px, 5cqi, 40px);
  border-radius: var(--perennial-corner); background: var(--perennial-tint); }
.perennial-page .perennial-leaf { flex: none; inline-size: 1em; block-size: 1em; color: var(--perennial-mark); }
.perennial-page .perennial-way > .perennial-leaf, .perennial-page .perennial-note > .perennial-leaf { margin-block-start: 0.25em; }
.perennial-page .perennial-figure { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 12px; }
.perennial-page .perennial-figure-number { font-family: var(--font-heading-family, var(--font-heading--family, inherit));
  font-size: clamp(2.5em, 14cqi, 5em); line-height: 1.1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.perennial-page .perennial-soft, .perennial-page .perennial-why, .perennial-page .perennial-when { color: var(--perennial-soft); }
.perennial-page .perennial-why, .perennial-page .perennial-when, .perennial-page .perennial-small { display: block; font-size: 0.875em; }
.perennial-page .perennial-note { display: flex; gap: 12px; padding: 12px 16px; border: 1px solid var(--perennial-line); border-radius: var(--perennial-corner); }
.perennial-page .perennial-said { border-color: currentColor; }
.perennial-page .perennial-notes { display: grid; gap: 4px; }
.perennial-page .perennial-step { position: relative; padding: 0 0 20px; padding-inline-start: 28px; }
.perennial-page .perennial-step::before { content: ""; position: absolute; inset-block-start: 0.25em; inset-inline-start: 0;
  inline-size: 16px; block-size: 16px; border: 2px solid var(--perennial-line); border-radius: 50%; background: transparent; }
.perennial-page .perennial-step:not(:last-child)::after { content: ""; position: absolute; inset-block: calc(0.25em + 20px) 0; inset-inline-start: 7px;
  inline-size: 2px; background: var(--perennial-line); }
.perennial-page .is-reached::before { border-color: var(--perennial-mark); background: var(--perennial-mark); }
.perennial-page .perennial-step[aria-current]::before { box-shadow: 0 0 0 4px color-mix(in srgb, var(--perennial-mark) 25%, transparent); }
.perennial-page .perennial-here { padding: 0 8px; border-radius: var(--perennial-corner); background: var(--perennial-tint); font-size: 0.875em; font-weight: 400; white-space: nowrap; }
.perennial-page .perennial-bar { appearance: none; display: block; inline-size: 100%; block-size: 4px; margin-block-start: 8px; border: 0; border-radius: 2px;
  overflow: hidden; background: var(--perennial-line); color: var(--perennial-mark); }
.perennial-page .perennial-bar::-webkit-progress-bar { background: transparent; }
.perennial-page .perennial-bar::-webkit-progress-value { background: var(--perennial-mark); }
.perennial-page .perennial-bar::-moz-progress-bar { background: var(--perennial-mark); }
.perennial-page .perennial-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr)); gap: 16px; }
.perennial-page .perennial-reward { display: grid; grid-template: none / minmax(0, 1fr); align-content: space-between; gap: 12px; padding: 16px; border: 1px solid var(--perennial-line); border-radius: var(--perennial-corner); }
.perennial-page .perennial-redemption { display: grid; grid-template: none / minmax(0, 1fr); align-content: start; border: 0; gap: 12px; padding: 16px; border-radius: var(--perennial-corner); background: var(--perennial-tint); }
.perennial-page .perennial-foot, .perennial-page .perennial-actions, .perennial-page .perennial-fields { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
.perennial-page .perennial-foot { justify-content: space-between; }
.perennial-page .perennial-fields { align-items: end; }
.perennial-page .perennial-field { display: grid; gap: 4px; }
.perennial-page .perennial-check { display: flex; align-items: center; gap: 12px; min-block-size: 44px; }
.perennial-page .perennial-check input { inline-size: 20px; block-size: 20px; margin: 0; flex: none; accent-color: var(--perennial-mark); }
.perennial-page :where(.perennial-field) :is(input, select, textarea) { min-block-size: 44px; min-inline-size: 6em; padding-inline: 12px; border: 1px solid currentColor;
  border-radius: var(--perennial-radius); background: transparent; color: inherit; font: inherit; }
.perennial-page textarea { inline-size: 100%; padding-block: 12px; resize: vertical; }
.perennial-page select option { color: CanvasText; background: Canvas; }
:where(.perennial-page .perennial-action), .perennial-page .perennial-quiet { display: inline-flex; align-items: center; justify-content: center; min-block-size: 44px;
  padding: 8px 20px; border: 1px solid currentColor; border-radius: var(--perennial-radius); background: transparent; color: inherit; font: inherit; text-decoration: none; cursor: pointer; }
.perennial-page .perennial-link { display: inline-flex; align-items: center; min-block-size: 44px; color: inherit; text-decoration: underline; text-underline-offset: 4px; }
.perennial-page .perennial-code { padding: 8px 12px; border: 1px dashed currentColor; border-radius: var(--perennial-corner); overflow-wrap: anywhere; user-select: all; }
.perennial-page .perennial-ways, .perennial-page .perennial-history { border-block-start: 1px solid var(--perennial-line); }
.perennial-page .perennial-way, .perennial-page .perennial-entry { padding-block: 12px; border-block-end: 1px solid var(--perennial-line); }
.perennial-page .perennial-way { display: flex; gap: 12px; }
.perennial-page .perennial-entry { display: grid; grid-template: "what amount" "when when" / minmax(0, 1fr) auto; gap: 0 16px; }
.perennial-page .perennial-when { grid-area: when; }
.perennial-page .perennial-what { grid-area: what; overflow-wrap: anywhere; }
.perennial-page .perennial-amount { grid-area: amount; text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; }
.perennial-page .perennial-empty { display: grid; justify-items: start; gap: 12px; }
.perennial-page .perennial-hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (min-width: 34em) { .perennial-page .perennial-entry { grid-template: "when what amount" / 7em minmax(0, 1fr) auto; align-items: baseline; }
}
@container (min-width: 52em) { .perennial-page .perennial-pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 40px 56px; }
}
@media (forced-colors: active) { .perennial-page .perennial-hero, .perennial-page .perennial-redemption { border: 1px solid CanvasText; }
}
`;
