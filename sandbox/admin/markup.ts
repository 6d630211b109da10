/** HTML that is safe to print as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Printable = Markup | string | number | null | undefined | false | Printable[];

/** html`<p>${anything}</p>`: what is put in is escaped, unless it is markup itself; null and false print nothing. */
export function html(parts: TemplateStringsArray, ...values: Printable[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + print(values[i - 1]) + part));
}

/** Data for a script of the page, inside `<script type="application/json">`. */
export function jsonForScript(data: unknown): Markup {
  return new Markup(JSON.stringify(data).replaceAll("<", "\\u003c"));
}

function print(value: Printable): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(print).join("");
  if (value instanceof Markup) return value.text;
  return escapeHtml(String(value));
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
