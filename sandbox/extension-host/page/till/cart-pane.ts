import { button, make, moneyOf } from "./dom.ts";
import type { Screens } from "./screens.ts";
import type { Till } from "./till.ts";

/** The cart, always beside what is shown (beneath it on a phone). */
export function cartPane(till: Till, screens: Screens): HTMLElement {
  const pane = make("aside", { class: "cart", "aria-label": "Cart" });
  const draw = () => pane.replaceChildren(...contents(till, screens));
  till.onChange(draw);
  draw();
  return pane;
}

function contents(till: Till, screens: Screens): Node[] {
  const { cart, place } = till.state;
  const money = (amount: string | number) => moneyOf(place, amount);
  return [
    make("h2", {}, "Cart"),
    customerLine(till, screens),
    cart.lines.length === 0 ? make("p", { class: "soft" }, "Nothing yet.") : linesOf(till, money),
    make(
      "dl",
      { class: "sums" },
      ...cart.discounts.map(({ code, amount }) => sum(code, `−${money(amount)}`)),
      sum("Total", money(cart.grandTotal)),
    ),
    ...(cart.lines.length === 0
      ? []
      : [
          button(`Take ${money(cart.grandTotal)}`, "primary", () => screens.pay()),
          button("Empty the cart", "quiet", () => till.clear()),
        ]),
  ];
}

function customerLine(till: Till, screens: Screens): HTMLElement {
  const { customerId } = till.state.cart;
  if (customerId === null) return button("Choose a customer", "quiet", () => screens.customers());
  const name = till.names.get(customerId) ?? `Customer ${customerId}`;
  return make(
    "p",
    { class: "customer" },
    button(name, "link", () => screens.customer(customerId)),
    button("Remove customer", "quiet", () => till.setCustomer(null)),
  );
}

function linesOf(till: Till, money: (amount: number) => string): HTMLElement {
  return make(
    "ul",
    { class: "lines" },
    ...till.state.cart.lines.map(({ uuid, title, quantity, price }) =>
      make(
        "li",
        {},
        make("span", {}, `${quantity} × ${title}`),
        make("span", { class: "amount" }, money(price * quantity)),
        button(`Remove ${title}`, "quiet small", () => till.remove(uuid)),
      ),
    ),
  );
}

function sum(label: string, amount: string): HTMLElement {
  return make("div", {}, make("dt", {}, label), make("dd", {}, amount));
}
