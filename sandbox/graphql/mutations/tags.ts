import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { findCustomer } from "../views/customers.ts";
import { parseGlobalId } from "../views/ids.ts";
import { findNode } from "../views/nodes.ts";
import { failed } from "./user-errors.ts";

type TagsArgs = { id: string; tags: string[] };

/** Tags are kept in the case in which they came first, and compared without it. */
function tagsAdd({ id, tags }: TagsArgs, context: Context): View {
  return changeTags(context, { id, field: "tagsAdd" }, (before) => {
    const known = new Map([...before, ...tags].reverse().map((tag) => [tag.toLowerCase(), tag]));
    return [...known.values()].reverse();
  });
}

function tagsRemove({ id, tags }: TagsArgs, context: Context): View {
  const gone = new Set(tags.map((tag) => tag.toLowerCase()));
  return changeTags(context, { id, field: "tagsRemove" }, (before) =>
    before.filter((tag) => !gone.has(tag.toLowerCase())),
  );
}

function changeTags(
  context: Context,
  target: { id: string; field: string },
  change: (before: string[]) => string[],
): View {
  const { type, id } = parseGlobalId(target.id);
  if (type !== "Customer" && type !== "Product") throw notInTheSandbox(`tags of ${type}`);
  context.access.requireAll([[type === "Customer" ? "write_customers" : "write_products"]], target.field);
  const thing = type === "Customer" ? findCustomer(context, id) : context.collection("product").find(id);
  if (!thing) return failed(["node"], [{ field: ["id"], message: `${type} does not exist` }]);
  const tags = change(thing.tags);
  context.sandbox.perform(
    context.shop.domain,
    type === "Customer"
      ? { do: "customer.update", customer: id, tags }
      : { do: "product.update", product: id, tags },
  );
  return { node: findNode(context, target.id), userErrors: [] };
}

export const tagMutations = { tagsAdd, tagsRemove } as Fields;
