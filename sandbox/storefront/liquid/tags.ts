import {
  Hash,
  Tag,
  Value,
  type Context,
  type Emitter,
  type Liquid,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { escapeHtml } from "./markup.ts";
import { printed } from "./page.ts";

/** `{% schema %} … {% endschema %}` and its like: kept for tools, printed nowhere. */
function silentBlock(name: string) {
  return class extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      while (remaining.length > 0) {
        const next = remaining.shift();
        if (next && "name" in next && next.name === `end${name}`) return;
      }
      throw new Error(`tag ${token.getText()} is not closed`);
    }

    *render(_context: Context, _emitter: Emitter): Generator<unknown, void, unknown> {}
  };
}

/**
 * `{% form 'product', product, class: "…" %} … {% endform %}`: a product's way into the cart, the only form of Shopify's
 * that is here. The token is the sandbox's own: its shop takes no form from elsewhere.
 */
class ProductForm extends Tag {
  readonly #type: Value;
  readonly #attributes: Hash;
  readonly #content: Template[];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    const [type = "", , ...attributes] = token.args.split(",");
    this.#type = new Value(type.trim(), liquid);
    this.#attributes = new Hash(attributes.join(","), ":");
    this.#content = liquid.parser.parseTokens(takeUntil(remaining, "endform"));
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const type = yield this.#type.value(context);
    if (type !== "product") throw new Error(`there is no form "${String(type)}" in the sandbox`);
    const given = (yield this.#attributes.render(context)) as Record<string, unknown>;
    const attributes = Object.entries(given).map(
      ([name, value]) => ` ${name}="${escapeHtml(printed(value))}"`,
    );
    const globals = context.globals as { form_token?: string; routes?: { cart_add_url?: string } };
    emitter.write(
      `<form method="post" action="${globals.routes?.cart_add_url ?? "/cart/add"}" accept-charset="UTF-8" enctype="multipart/form-data"${attributes.join("")}>` +
        `<input type="hidden" name="form_type" value="product"><input type="hidden" name="utf8" value="✓">`,
    );
    if (globals.form_token !== undefined)
      emitter.write(`<input type="hidden" name="form_token" value="${globals.form_token}">`);
    yield this.liquid.renderer.renderTemplates(this.#content, context, emitter);
    emitter.write("</form>");
  }
}

function takeUntil(remaining: TopLevelToken[], end: string): TopLevelToken[] {
  const place = remaining.findIndex((token) => "name" in token && token.name === end);
  if (place < 0) throw new Error(`tag ${end} is missing`);
  return remaining.splice(0, place + 1).slice(0, -1);
}

export function registerShopifyTags(liquid: Liquid): void {
  liquid.registerTag("form", ProductForm);
  for (const name of ["schema", "stylesheet", "javascript", "doc"])
    liquid.registerTag(name, silentBlock(name));
}
