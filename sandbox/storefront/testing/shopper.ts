export interface ShopAnswer {
  status: number;
  text: string;
  /** Where it sends the browser, if anywhere. */
  to: string | null;
}

/** A browser without JavaScript: it keeps cookies and sends forms. */
export class Shopper {
  readonly #origin: string;
  #cookie = "";

  constructor(origin: string) {
    this.#origin = origin;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<ShopAnswer> {
    return this.#ask(path, { headers });
  }

  /** Sends a form of the page at `from`, with that page's token. */
  async send(from: string, path: string, fields: Record<string, string>): Promise<ShopAnswer> {
    const page = await this.get(from);
    const token = /name="form_token" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    return this.#ask(path, { method: "POST", body: new URLSearchParams({ form_token: token, ...fields }) });
  }

  async #ask(path: string, init: RequestInit): Promise<ShopAnswer> {
    const headers = { ...init.headers, cookie: this.#cookie };
    const response = await fetch(`${this.#origin}${path}`, { ...init, headers, redirect: "manual" });
    const cookie = response.headers.getSetCookie().find((text) => text.startsWith("_sandbox_storefront"));
    if (cookie) this.#cookie = cookie.split(";")[0] ?? "";
    return { status: response.status, text: await response.text(), to: response.headers.get("location") };
  }
}

/** Signs the shopper in by the shop's own page. */
export async function signInAs(shopper: Shopper, customerId: string): Promise<void> {
  const answer = await shopper.send("/account/login", "/account/login", { customer: customerId });
  if (answer.to !== "/account") throw new Error(`signing in was answered with ${answer.status}`);
}
