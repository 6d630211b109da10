/** Text that is HTML already. Everything else that comes into a page is escaped on its way. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/**
 * HTML, with what is filled in escaped. Braces are too: these pages are rendered by the shop's own Liquid, and no Liquid
 * is ever made of data.
 */
export function markup(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(parts.reduce((text, part, place) => `${text}${textOf(values[place - 1])}${part}`));
}

/** The whole attribute, or nothing of it. */
export function attribute(name: string, isThere: boolean): Markup {
  return new Markup(isThere ? ` ${name}` : "");
}

function textOf(value: Content): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(textOf).join("");
  return escaped(String(value));
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "{": "&#123;",
  "}": "&#125;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"'{}]/g, (character) => ENTITIES[character] ?? "");
}
