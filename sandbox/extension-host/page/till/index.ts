import type { TillOpening } from "../../till/opening.ts";
import { read } from "../server.ts";
import { stylePage } from "../style.ts";
import { cartPane } from "./cart-pane.ts";
import { make } from "./dom.ts";
import { modals } from "./modals.ts";
import { Screens } from "./screens.ts";
import { Till } from "./till.ts";
import { topBar } from "./top-bar.ts";

void open();

async function open(): Promise<void> {
  stylePage();
  const till = new Till(await read<TillOpening>(await fetch("/extensions/till")));
  const stage = make("main", { id: "stage", tabindex: "-1" });
  const screens = new Screens(till, stage);
  document.body.append(topBar(till, screens), make("div", { class: "till" }, stage, cartPane(till, screens)));
  modals(till);
  screens.home();
}
