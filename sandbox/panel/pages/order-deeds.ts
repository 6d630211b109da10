import { money } from "../../admin/words.ts";
import type { Action, ActionOf } from "../../commerce/actions.ts";
import { Refusal } from "../../http/answer.ts";
import type { Refund } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { act } from "../deeds.ts";
import type { Deed, Done } from "../deeds.ts";
import { given } from "../form-data.ts";
import type { Sent } from "../form-data.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";

interface Outcome {
  order: Order;
  refund?: Refund;
}

export const payOrder: Deed = async (visit, sent, id) => {
  const { order } = await act<Outcome>(visit, {
    do: "order.pay",
    order: id,
    ...given({ amount: sent.text("amount") }),
  });
  return onOrder(
    order,
    `Order ${order.name} was paid; it is now ${order.payload.financial_status.replaceAll("_", " ")}.`,
  );
};

export const refundOrder: Deed = async (visit, sent, id) => {
  const restock = sent.text("restock") as "return" | "no_restock" | undefined;
  const lines = (await quantities(visit, sent, id, "refund")).map((line) => ({
    ...line,
    ...given({ restock }),
  }));
  const shipping: ActionOf<"order.refund">["shipping"] = sent.checked("wholeShipping")
    ? true
    : sent.text("shipping");
  const amount = sent.text("amount");
  if (lines.length === 0 && shipping === undefined && amount === undefined) {
    throw new Refusal("Choose a line, shipping or an amount to refund.");
  }
  const action: Action = {
    do: "order.refund",
    order: id,
    lines,
    ...given({ shipping, amount, note: sent.text("note") }),
  };
  const { order, refund } = await act<Outcome>(visit, action);
  return onOrder(order, `${givenBack(order, refund)} of order ${order.name}.`);
};

export const editOrder: Deed = async (visit, sent, id) => {
  const variant = sent.text("add");
  const add = variant ? [{ variant, quantity: sent.number("addQuantity", "Quantity to add") ?? 1 }] : [];
  const remove = await quantities(visit, sent, id, "remove");
  if (add.length === 0 && remove.length === 0)
    throw new Refusal("Choose a product to add or pieces to take out.");
  const { order } = await act<Outcome>(visit, {
    do: "order.edit",
    order: id,
    add,
    remove,
    moneyBack: sent.checked("moneyBack"),
  });
  const words = [add.length > 0 && "a line was added", remove.length > 0 && "pieces were taken out"]
    .filter(Boolean)
    .join(" and ");
  return onOrder(
    order,
    `Order ${order.name} was edited: ${words}. It now comes to ${money(order.payload.current_total_price, order.payload.currency)}.`,
  );
};

export const cancelOrder: Deed = async (visit, sent, id) => {
  const reason = sent.text("reason") as ActionOf<"order.cancel">["reason"];
  const { order, refund } = await act<Outcome>(visit, {
    do: "order.cancel",
    order: id,
    refund: sent.checked("refund"),
    ...given({ reason }),
  });
  return onOrder(
    order,
    `Order ${order.name} was cancelled${refund ? `; ${givenBack(order, refund).toLowerCase()}` : ""}.`,
  );
};

export const assignOrder: Deed = async (visit, sent, id) => {
  const customer = sent.text("customer") ?? null;
  const { order } = await act<Outcome>(visit, { do: "order.assign", order: id, customer });
  return onOrder(
    order,
    customer
      ? `Order ${order.name} now belongs to ${customer}.`
      : `Order ${order.name} belongs to nobody now.`,
  );
};

export const deleteOrder: Deed = async (visit, _sent, id) => {
  const { name } = await control<Order>(visit, `/orders/${id}`);
  await act(visit, { do: "order.delete", order: id });
  return { said: `Order ${name} was deleted.`, next: "/sandbox/orders" };
};

function onOrder(order: Order, said: string): Done {
  return { said, next: `/sandbox/orders/${order.id}` };
}

function givenBack({ payload }: Order, refund: Refund | undefined): string {
  const amount = refund?.transactions.reduce((sum, transaction) => sum + Number(transaction.amount), 0) ?? 0;
  return `${money(String(amount), payload.currency)} given back`;
}

/** The lines of which a quantity was typed into the fields "{prefix}-{position}". */
async function quantities(visit: PanelVisit, sent: Sent, id: string, prefix: string) {
  const { payload } = await control<Order>(visit, `/orders/${id}`);
  return payload.line_items.flatMap((line, i) => {
    const quantity = sent.number(`${prefix}-${i + 1}`, line.name) ?? 0;
    return quantity > 0 ? [{ line: i + 1, quantity }] : [];
  });
}
