import { attempt, button, make } from "./dom.ts";
import type { Screens } from "./screens.ts";
import type { Till } from "./till.ts";

/** The till's own things: home, the scanner, the connection, the language, who is at the till. */
export function topBar(till: Till, screens: Screens): HTMLElement {
  return make(
    "header",
    { class: "top-bar" },
    button("Home", "quiet", () => screens.home()),
    scanner(till),
    connection(till),
    languages(till),
    make("span", { class: "staff" }, till.opening.staff),
  );
}

/** Types what a scanner would read: into an open extension, else a product's SKU into the cart. */
function scanner(till: Till): HTMLElement {
  const field = make("input", { id: "scan", autocomplete: "off", spellcheck: "false" }) as HTMLInputElement;
  const scan = () => {
    const data = field.value.trim();
    field.value = "";
    if (data === "") return;
    till.scan(data);
    const product = till.opening.products.find(({ sku }) => sku === data);
    if (product) attempt(() => till.add(product));
  };
  const form = make(
    "form",
    { class: "scanner" },
    make("label", { for: "scan" }, "Scan"),
    field,
    make("button", { class: "quiet" }, "Read"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    scan();
  });
  return form;
}

function connection(till: Till): HTMLElement {
  const made = button("Online", "quiet", () => till.change({ isOnline: !till.state.isOnline }));
  till.onChange(() => {
    made.textContent = till.state.isOnline ? "Online" : "Offline";
    made.classList.toggle("is-off", !till.state.isOnline);
  });
  return made;
}

function languages(till: Till): HTMLElement {
  const { languages: all, state } = till.opening;
  const select = make("select", { "aria-label": "Language" }) as HTMLSelectElement;
  for (const { code, name } of all)
    select.append(new Option(name, code, false, code === state.place.language));
  select.addEventListener("change", () => location.assign(`/pos?locale=${select.value}`));
  return select;
}
