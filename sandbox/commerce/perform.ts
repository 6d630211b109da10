import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { GiftCard, StoreCreditAccount } from "../state/credit-types.ts";
import type { Discount } from "../state/discount-types.ts";
import { toInstant } from "../state/instants.ts";
import type { Refund } from "../state/order-payload.ts";
import type {
  Customer,
  Installation,
  Instant,
  Order,
  Product,
  ProductCollection,
  Shop,
} from "../state/types.ts";
import type { Action, ActionName, ActionOf } from "./actions.ts";
import { installApp, redactShop, uninstallApp } from "./app-lifecycle.ts";
import { assignOrder } from "./assign-order.ts";
import { cancelOrder } from "./cancel-order.ts";
import { createDiscount, endDiscount } from "./codes/make-discount.ts";
import { createCollection, deleteCollection, updateCollection } from "./collections.ts";
import { createCustomer, deleteCustomer, mergeCustomers, updateCustomer } from "./customers.ts";
import { deleteOrder } from "./delete-order.ts";
import { editOrder } from "./edit-order.ts";
import { creditCustomer, debitCustomer, giveGiftCard, switchOffGiftCard } from "./give-credit.ts";
import { payOrder } from "./pay-order.ts";
import { placeOrder } from "./place-order.ts";
import { redactCustomer, requestData } from "./privacy.ts";
import { createProduct, deleteProduct, updateProduct } from "./products.ts";
import { refundOrder } from "./refund-order.ts";
import { Scene } from "./scene.ts";
import { createShop, updateShop } from "./shops.ts";
import { arrangeTheme } from "./theme.ts";

/** What an action changed; `id` is that of the thing it is about. */
export type Outcome = { action: ActionName; id: string } & Changed;

type Changed = {
  shop?: Shop;
  customer?: Customer;
  product?: Product;
  collection?: ProductCollection;
  order?: Order;
  refund?: Refund;
  installation?: Installation;
  discount?: Discount;
  giftCard?: GiftCard;
  storeCredit?: StoreCreditAccount;
};

type Performers = {
  [Name in Exclude<ActionName, "shop.create">]: (scene: Scene, input: ActionOf<Name>) => Changed;
};

const PERFORMERS: Performers = {
  "shop.update": (scene, input) => ({ shop: updateShop(scene, input) }),
  "customer.create": (scene, input) => ({ customer: createCustomer(scene, input) }),
  "customer.update": (scene, input) => ({ customer: updateCustomer(scene, input) }),
  "customer.delete": (scene, input) => ({ customer: deleteCustomer(scene, input) }),
  "customer.merge": (scene, input) => ({ customer: mergeCustomers(scene, input) }),
  "product.create": (scene, input) => ({ product: createProduct(scene, input) }),
  "product.update": (scene, input) => ({ product: updateProduct(scene, input) }),
  "product.delete": (scene, input) => ({ product: deleteProduct(scene, input) }),
  "collection.create": (scene, input) => ({ collection: createCollection(scene, input) }),
  "collection.update": (scene, input) => ({ collection: updateCollection(scene, input) }),
  "collection.delete": (scene, input) => ({ collection: deleteCollection(scene, input) }),
  "order.place": (scene, input) => ({ order: placeOrder(scene, input) }),
  "order.pay": (scene, input) => ({ order: payOrder(scene, input) }),
  "order.edit": (scene, input) => withRefund(editOrder(scene, input)),
  "order.refund": (scene, input) => refundOrder(scene, input),
  "order.cancel": (scene, input) => withRefund(cancelOrder(scene, input)),
  "order.assign": (scene, input) => ({ order: assignOrder(scene, input) }),
  "order.delete": (scene, input) => ({ order: deleteOrder(scene, input) }),
  "discount.create": (scene, input) => ({ discount: createDiscount(scene, input) }),
  "discount.end": (scene, input) => ({ discount: endDiscount(scene, input) }),
  "storeCredit.credit": (scene, input) => ({ storeCredit: creditCustomer(scene, input) }),
  "storeCredit.debit": (scene, input) => ({ storeCredit: debitCustomer(scene, input) }),
  "giftCard.issue": (scene, input) => ({ giftCard: giveGiftCard(scene, input) }),
  "giftCard.deactivate": (scene, input) => ({ giftCard: switchOffGiftCard(scene, input) }),
  "theme.arrange": (scene, input) => ({ shop: arrangeTheme(scene, input) }),
  "app.install": (scene) => ({ installation: installApp(scene) }),
  "app.uninstall": (scene) => ({ installation: uninstallApp(scene) }),
  "app.redactShop": (scene) => ({ installation: redactShop(scene) }),
  "privacy.requestData": (scene, input) => ({ customer: requestData(scene, input) }),
  "privacy.redact": (scene, input) => ({ customer: redactCustomer(scene, input) }),
};

export const ACTION_NAMES = ["shop.create", ...Object.keys(PERFORMERS)] as ActionName[];

/** Does one action; `topics` leaves out webhooks of all others (a bulk load may send only what it needs). */
export function perform(
  sandbox: Sandbox,
  shopDomain: string,
  action: Action,
  topics: ReadonlySet<string> | null = null,
): Outcome {
  const at = instantOf(action, sandbox);
  if (action.do === "shop.create") {
    const shop = createShop(sandbox, action, at);
    return { action: action.do, id: shop.id, shop };
  }
  const performer = PERFORMERS[action.do] as ((scene: Scene, input: Action) => Changed) | undefined;
  if (!performer) throw new Refusal(`There is no action "${String(action.do)}".`);
  const changed = performer(new Scene(sandbox, sandbox.requireShop(shopDomain), at, topics), action);
  const about = changed.refund ?? changed.order ?? changed.customer ?? changed.product ?? changed.collection;
  const money = changed.discount ?? changed.giftCard ?? changed.storeCredit;
  const id = (about ?? money ?? changed.shop ?? changed.installation)?.id;
  return { action: action.do, id: String(id), ...changed };
}

function instantOf(action: Action, sandbox: Sandbox): Instant {
  if (action.at === undefined) return sandbox.now();
  const at = new Date(action.at);
  if (Number.isNaN(at.getTime()))
    throw new Refusal(`"${action.at}" is not an instant; write it as "2026-02-01T10:00:00Z".`);
  return toInstant(at);
}

function withRefund({ order, refund }: { order: Order; refund: Refund | null }): Changed {
  return refund ? { order, refund } : { order };
}
