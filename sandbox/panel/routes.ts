import { installApp, uninstallApp } from "./app-deeds.ts";
import type { Deed } from "./deeds.ts";
import type { Sent } from "./form-data.ts";
import type { PanelPage } from "./layout.ts";
import { anythingPage, doAnything } from "./pages/anything.ts";
import { customerPage } from "./pages/customer.ts";
import {
  changeStoreCredit,
  createCustomer,
  deleteCustomer,
  mergeCustomer,
  redactCustomer,
  requestData,
  updateCustomer,
} from "./pages/customer-deeds.ts";
import { customersPage } from "./pages/customers.ts";
import { deliveriesPage, deliveryPage, redeliver } from "./pages/deliveries.ts";
import { createDiscount, discountsPage, endDiscount } from "./pages/discounts.ts";
import { extensionsPage } from "./pages/extensions.ts";
import { giftCardsPage, issueGiftCard, switchOffGiftCard } from "./pages/gift-cards.ts";
import { disturbNext, disturbShares, linePage, sendOwn, setLine, stopDisturbing } from "./pages/line.ts";
import { orderPage } from "./pages/order.ts";
import {
  assignOrder,
  cancelOrder,
  deleteOrder,
  editOrder,
  payOrder,
  refundOrder,
} from "./pages/order-deeds.ts";
import { ordersPage } from "./pages/orders.ts";
import { overviewPage } from "./pages/overview.ts";
import { placeOrder, placeOrderPage } from "./pages/place-order.ts";
import { createProduct, deleteProduct, updateProduct } from "./pages/product-deeds.ts";
import { productPage, productsPage } from "./pages/products.ts";
import { loadSnapshot, reset, statePage, takeSnapshot } from "./pages/state.ts";
import type { PanelVisit } from "./visit.ts";

type Page = (visit: PanelVisit, id: string) => Promise<PanelPage>;

/** ":id" stands for one part of the path. */
const PAGES: Record<string, Page> = {
  "/sandbox": overviewPage,
  "/sandbox/orders": ordersPage,
  "/sandbox/orders/new": placeOrderPage,
  "/sandbox/orders/:id": orderPage,
  "/sandbox/customers": customersPage,
  "/sandbox/customers/:id": customerPage,
  "/sandbox/products": productsPage,
  "/sandbox/products/:id": productPage,
  "/sandbox/discounts": discountsPage,
  "/sandbox/gift-cards": giftCardsPage,
  "/sandbox/extensions": extensionsPage,
  "/sandbox/deliveries": deliveriesPage,
  "/sandbox/deliveries/:id": deliveryPage,
  "/sandbox/line": linePage,
  "/sandbox/state": statePage,
  "/sandbox/actions": anythingPage,
};

/** What forms set going: the address of their page with a verb behind it. */
const DEEDS: Record<string, Deed> = {
  "/sandbox/install": installApp,
  "/sandbox/uninstall": uninstallApp,
  "/sandbox/orders/new/place": placeOrder,
  "/sandbox/orders/:id/pay": payOrder,
  "/sandbox/orders/:id/refund": refundOrder,
  "/sandbox/orders/:id/edit": editOrder,
  "/sandbox/orders/:id/cancel": cancelOrder,
  "/sandbox/orders/:id/assign": assignOrder,
  "/sandbox/orders/:id/delete": deleteOrder,
  "/sandbox/customers/create": createCustomer,
  "/sandbox/customers/:id/update": updateCustomer,
  "/sandbox/customers/:id/request": requestData,
  "/sandbox/customers/:id/redact": redactCustomer,
  "/sandbox/customers/:id/merge": mergeCustomer,
  "/sandbox/customers/:id/delete": deleteCustomer,
  "/sandbox/products/create": createProduct,
  "/sandbox/products/:id/update": updateProduct,
  "/sandbox/products/:id/delete": deleteProduct,
  "/sandbox/customers/:id/credit": changeStoreCredit,
  "/sandbox/discounts/create": createDiscount,
  "/sandbox/discounts/end": endDiscount,
  "/sandbox/gift-cards/issue": issueGiftCard,
  "/sandbox/gift-cards/switch-off": switchOffGiftCard,
  "/sandbox/deliveries/:id/redeliver": redeliver,
  "/sandbox/line/next": disturbNext,
  "/sandbox/line/shares": disturbShares,
  "/sandbox/line/stop": stopDisturbing,
  "/sandbox/line/settings": setLine,
  "/sandbox/line/send": sendOwn,
  "/sandbox/state/snapshot": takeSnapshot,
  "/sandbox/state/load": loadSnapshot,
  "/sandbox/state/reset": reset,
  "/sandbox/actions/do": doAnything,
};

export function findPage(path: string): ((visit: PanelVisit) => Promise<PanelPage>) | null {
  const found = find(PAGES, path);
  return found && ((visit) => found.value(visit, found.id));
}

export function findDeed(path: string): ((visit: PanelVisit, sent: Sent) => ReturnType<Deed>) | null {
  const found = find(DEEDS, path);
  return found && ((visit, sent) => found.value(visit, sent, found.id));
}

function find<T>(table: Record<string, T>, path: string): { value: T; id: string } | null {
  const wanted = path.replace(/\/$/, "").split("/");
  for (const [pattern, value] of Object.entries(table)) {
    const parts = pattern.split("/");
    if (parts.length !== wanted.length) continue;
    if (!parts.every((part, i) => part === ":id" || part === wanted[i])) continue;
    return { value, id: decodeURIComponent(wanted[parts.indexOf(":id")] ?? "") };
  }
  return null;
}
