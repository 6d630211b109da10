/** What a page is rendered for, beside its objects: filters that print dates, money and texts ask this. */
export interface Page {
  /** IETF tag, e.g. "en", "fr". */
  locale: string;
  /** IANA zone of the shop. */
  timezone: string;
  /** The shop's "HTML without currency" setting, e.g. "£{{amount}}". */
  moneyFormat: string;
  now: Date;
}

/** Where the page stands among the globals of a rendering; no template can name it. */
const PAGE = Symbol("page");

export function globalsOf(page: Page, objects: Record<string, unknown>): object {
  return { ...objects, [PAGE]: page };
}

/** For filters: `this` of a liquidjs filter holds the rendering's context. */
export function pageOf(filter: { context: { globals: object } }): Page {
  const page = (filter.context.globals as { [PAGE]?: Page })[PAGE];
  if (!page) throw new Error("rendered without globalsOf(page, …)");
  return page;
}

/** Named arguments reach a liquidjs filter as [name, value] pairs among the plain ones. */
export function namedArguments(args: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(args.filter((arg): arg is [string, unknown] => Array.isArray(arg)));
}

/** A value of unknown shape as Liquid prints it: nothing for nil. */
export function printed(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(printed).join("") : `${(value ?? "") as string | number}`;
}

export function plainArguments(args: readonly unknown[]): unknown[] {
  return args.filter((arg) => !Array.isArray(arg));
}
