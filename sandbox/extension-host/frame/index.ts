import type { AdminState, Placed, ShopperState, SurfaceState, TillState } from "../protocol.ts";
import { adminApi } from "./apis/admin-api.ts";
import { accountNavigation, customerAccountApi, orderStatusApi } from "./apis/customer-account-api.ts";
import { changesApi, checkoutApi, confirmationApi } from "./apis/checkout-api.ts";
import {
  cartApi,
  customerApi,
  modalApi,
  orderApi,
  scannerApi,
  tillApi,
  tillNavigation,
} from "./apis/point-of-sale-api.ts";
import { defineElements } from "./elements/index.ts";
import { showFailure } from "./failure.ts";
import { ask, listen, tell } from "./line.ts";
import { guardNetwork } from "./network.ts";
import { Signals } from "./signals.ts";
import { followSize } from "./size.ts";

type Run = (api: unknown) => unknown;

defineElements();
listen((message) => {
  if (message.say === "start") void start(message.placed);
});
addEventListener("error", ({ error, message }) => showFailure(error ?? message));
addEventListener("unhandledrejection", ({ reason }) => showFailure(reason));
tell({ tell: "ready" });

async function start(placed: Placed): Promise<void> {
  const { place } = placed.state;
  const page = document.documentElement;
  page.lang = place.language;
  page.dir = place.direction;
  page.dataset.surface = placed.surface;
  page.dataset.target = placed.target;
  document.title = placed.name;
  const signals = new Signals<SurfaceState>(placed.state);
  listen((message) => {
    if (message.say === "state") signals.set(message.state);
  });
  // The admin lets every extension ask its own app.
  const capabilities = placed.surface === "admin" ? ["network_access"] : placed.capabilities;
  guardNetwork(capabilities, () => !("isOnline" in signals.state) || signals.state.isOnline);
  const targets = new Map<string, Run>();
  const api = apiFor(placed, signals);
  Object.assign(globalThis, {
    shopify: Object.assign(api, {
      extend: (target: string, run: Run) => targets.set(target, run),
      reload: () => location.reload(),
      setSignals: signals.setSignals.bind(signals),
    }),
  });
  followSize();
  await load(placed.scriptUrl);
  const run = targets.get(placed.target);
  if (!run) throw new Error(`${placed.handle} gave nothing for ${placed.target}.`);
  await run(api);
}

function apiFor(placed: Placed, signals: Signals<SurfaceState>): object {
  if (placed.surface === "admin") return adminApi(placed, signals.state as AdminState);
  const shopper = signals as Signals<ShopperState>;
  if (placed.surface === "checkout")
    return {
      ...checkoutApi(placed, shopper),
      ...(placed.target.startsWith("purchase.thank-you.") ? confirmationApi(shopper) : changesApi()),
    };
  if (placed.surface === "point-of-sale") return apiOfTill(placed, signals as Signals<TillState>);
  replaceGlobal("navigation", accountNavigation(shopper));
  const standard = customerAccountApi(placed, shopper);
  const aboutOrder = /^customer-account\.order(-status)?\./.test(placed.target);
  return aboutOrder ? { ...standard, ...orderStatusApi(placed, shopper) } : standard;
}

function apiOfTill(placed: Placed, signals: Signals<TillState>): object {
  const { target } = placed;
  replaceGlobal("navigation", tillNavigation());
  replaceGlobal("close", () => void ask("close"));
  const isModal = target === "pos.home.modal.render" || target.endsWith(".action.render");
  const aboutOrder = /\.post\./.test(target) || target.startsWith("pos.order-details.");
  return {
    ...tillApi(placed, signals),
    ...(isModal ? scannerApi(signals) : modalApi()),
    ...(target.includes(".post.") ? {} : cartApi(signals)),
    ...(target.startsWith("pos.customer-details.") ? customerApi(signals) : {}),
    ...(aboutOrder ? orderApi(signals) : {}),
  };
}

/** Where the platform has something of its own in the place of the browser's. */
function replaceGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

function load(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () =>
      reject(new Error("The extension's script could not be made; the sandbox's log says why."));
    document.head.append(script);
  });
}
