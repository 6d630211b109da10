import { Tag, type Context, type Emitter, type Liquid, type TagToken, type TopLevelToken } from "liquidjs";

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

export function registerShopifyTags(liquid: Liquid): void {
  for (const name of ["schema", "stylesheet", "javascript", "doc"])
    liquid.registerTag(name, silentBlock(name));
}
