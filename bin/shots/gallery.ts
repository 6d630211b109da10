import type { Shot } from "./take.ts";

/** One page with all pictures, in groups; what is shown is chosen by check boxes, without a script. */
export function galleryOf(shots: Shot[], made: string): string {
  const groups = Map.groupBy(shots, ({ group }) => group);
  const views = [...new Set(shots.map(({ view }) => view))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Perennial: what there is to be seen</title>
<style>${STYLE}${views.map(hideUnless).join("")}</style>
</head>
<body>
<header>
<h1>Everything in every state</h1>
<p>${shots.filter(({ file }) => file !== null).length} pictures, ${escape(made)}. Figures are those of stories that the app itself played.</p>
<form><fieldset><legend>Views</legend>${views.map(viewBox).join("")}</fieldset></form>
<nav><ul>${[...groups.keys()].map((group) => `<li><a href="#${slug(group)}">${escape(group)}</a></li>`).join("")}</ul></nav>
</header>
${[...groups].map(([group, taken]) => sectionOf(group, taken)).join("\n")}
</body>
</html>
`;
}

function sectionOf(group: string, shots: Shot[]): string {
  const byTitle = Map.groupBy(shots, ({ titles }) => titles.join(", "));
  const rows = [...byTitle].map(
    ([title, taken]) => `<h3>${escape(title)}</h3><div class="row">${taken.map(figureOf).join("")}</div>`,
  );
  return `<section id="${slug(group)}"><h2>${escape(group)}</h2>${rows.join("")}</section>`;
}

function figureOf({ file, titles, view, width, height }: Shot): string {
  const caption = `<figcaption>${escape(view)}</figcaption>`;
  if (file === null) return `<figure class="v-${slug(view)} empty"><p>Prints nothing.</p>${caption}</figure>`;
  const alt = `${titles.join(", ")}, ${view}`;
  const size = `width="${width}" height="${height}"`;
  const image = `<img src="${encodeURI(file)}" ${size} loading="lazy" alt="${escape(alt)}">`;
  return `<figure class="v-${slug(view)}"><a href="${encodeURI(file)}">${image}</a>${caption}</figure>`;
}

function viewBox(view: string): string {
  return `<label><input type="checkbox" id="view-${slug(view)}" checked> ${escape(view)}</label>`;
}

function hideUnless(view: string): string {
  return `body:has(#view-${slug(view)}:not(:checked)) .v-${slug(view)}{display:none}\n`;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

const STYLE = `
body { margin: 0 24px 80px; font: 15px/1.5 system-ui, sans-serif; color: #222; background: #eceae6; }
header { max-width: 900px; }
h2 { margin: 56px 0 0; font-size: 26px; }
h3 { margin: 32px 0 8px; font-size: 16px; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; list-style: none; }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 16px; border: 1px solid #bbb; }
.row { display: flex; align-items: start; gap: 16px; overflow-x: auto; padding-bottom: 8px; }
figure { flex: none; margin: 0; }
figure img { display: block; max-width: 520px; height: auto; }
figcaption { padding: 4px 0; font-size: 13px; color: #555; }
.empty { padding: 12px 16px; border: 1px dashed #aaa; }
.empty p { margin: 0; }
`;
