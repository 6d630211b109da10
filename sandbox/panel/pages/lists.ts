import { html } from "../../admin/markup.ts";
import type { Markup, Printable } from "../../admin/markup.ts";
import type { PanelVisit } from "../visit.ts";

export interface Column<Row> {
  label: string;
  numeric?: boolean;
  cell: (row: Row) => Printable;
}

/** A table that turns into a list of labelled lines on narrow screens. */
export function table<Row>(rows: Row[], columns: Column<Row>[], empty: Printable): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map(({ label, numeric }) => html`<th scope="col" ${numeric && html` class="number"`}>${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${columns.map(({ label, numeric, cell }) => html`<td data-label="${label}" ${numeric && html` class="number"`}>${cell(row)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const PAGE_SIZE = 50;

/** "Older" below a list that shows the newest first; `after` names the last row shown. */
export function pager({ url }: PanelVisit, parameter: string, rows: { id: string | number }[]): Markup {
  const older = new URL(url);
  older.searchParams.delete("result");
  older.searchParams.set(parameter, String(rows.at(-1)?.id));
  const newest = new URL(older);
  newest.searchParams.delete(parameter);
  return html`<p class="buttons">
    ${url.searchParams.has(parameter) && html`<a class="button plain" href="${newest.pathname}${newest.search}">Newest</a> `}${rows.length === PAGE_SIZE && html`<a class="button plain" href="${older.pathname}${older.search}">Older</a>`}
  </p>`;
}

export function finder(label: string, placeholder: string, value: string): Markup {
  return html`<form class="finder" role="search">
    <label
      ><span>${label}</span
      ><input type="search" name="find" value="${value}" placeholder="${placeholder}" /></label
    ><button type="submit" class="plain">Find</button>
  </form>`;
}
