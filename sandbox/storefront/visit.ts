import type { Sandbox } from "../sandbox.ts";
import { Refusal } from "../http/answer.ts";
import { sameText } from "../signing.ts";
import type { Customer, Shop } from "../state/types.ts";
import { isLocale, type Locale } from "./languages.ts";
import { formToken, readSession, sessionCookie, sessionKey, type Session } from "./session.ts";
import { isThemeName, type ThemeName } from "./themes.ts";

/** One request to the shop: who came, from where, and with what in the cart. */
export class Visit {
  readonly sandbox: Sandbox;
  readonly request: Request;
  readonly url: URL;
  readonly shop: Shop;
  readonly session: Session;
  readonly customer: Customer | null;
  readonly #key: string;

  constructor(request: Request, sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.request = request;
    this.url = new URL(request.url);
    this.shop = sandbox.shopOf(request);
    this.#key = sessionKey(sandbox.store);
    this.session = readSession(request, this.#key);
    this.customer = this.#findCustomer();
    this.#takeWishes(this.url.searchParams);
  }

  /**
   * An address may choose language, theme, whether the app's embeds are on, and whether the shop may count what is looked
   * at; the visit remembers it.
   */
  #takeWishes(asked: URLSearchParams): void {
    const [locale, theme, embeds] = [asked.get("locale"), asked.get("theme"), asked.get("embeds")];
    if (isLocale(locale)) this.session.locale = locale;
    if (isThemeName(theme)) this.session.theme = theme;
    const analytics = asked.get("analytics");
    if (analytics === "on" || analytics === "off") this.session.analytics = analytics === "on";
    if (embeds === "on" || embeds === "off") this.session.embeds = embeds === "on";
  }

  get locale(): Locale {
    if (isLocale(this.session.locale)) return this.session.locale;
    return isLocale(this.shop.locale) ? this.shop.locale : "en";
  }

  get theme(): ThemeName {
    return isThemeName(this.session.theme) ? this.session.theme : "light";
  }

  get formToken(): string {
    return formToken(this.session, this.#key);
  }

  /** The fields of a form of this shop; throws a Refusal (403) for one that another site sent. */
  async form(): Promise<Map<string, string>> {
    const site = this.request.headers.get("sec-fetch-site");
    if (site !== null && site !== "same-origin" && site !== "none")
      throw new Refusal("This form was sent from another site.", 403);
    const fields = new Map<string, string>();
    for (const [name, value] of await this.request.formData())
      if (typeof value === "string") fields.set(name, value.trim());
    if (!sameText(fields.get("form_token") ?? "", this.formToken))
      throw new Refusal(
        "This page was open for too long. Go back, load it again, and send the form once more.",
        403,
      );
    return fields;
  }

  /** See Other, so that a reload does not send the form twice. */
  redirect(path: string, notice: string | null = null): Response {
    this.session.notice = notice;
    return new Response(null, { status: 303, headers: { location: path, "set-cookie": this.cookie() } });
  }

  html(body: string, status = 200): Response {
    this.session.notice = null;
    return new Response(body, {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "set-cookie": this.cookie(),
      },
    });
  }

  cookie(): string {
    return sessionCookie(this.session, this.#key);
  }

  /** A customer merged into another stays signed in, as that other one. */
  #findCustomer(): Customer | null {
    const customers = this.sandbox.store.collection(this.shop.domain, "customer");
    let id = this.session.customer;
    for (;;) {
      const customer = id === null ? null : customers.find(id);
      if (!customer?.mergedInto) return customer;
      id = customer.mergedInto;
    }
  }
}
