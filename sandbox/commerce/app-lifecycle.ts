import { Refusal } from "../http/answer.ts";
import type { Installation } from "../state/types.ts";
import { shopPayload } from "../webhooks/shop-payload.ts";
import {
  dropWaiting,
  scheduleShopRedact,
  sendCompliance,
  unscheduleShopRedact,
} from "../webhooks/lifecycle.ts";
import type { Scene } from "./scene.ts";

/** Installs the app, for the first time or again: scopes, subscriptions and metafield definitions of its toml. */
export function installApp(scene: Scene): Installation {
  const { manifest, options } = scene.sandbox;
  if (scene.sandbox.installation(scene.shop.domain))
    throw new Refusal(`${manifest.name} is installed already.`);
  const installation: Installation = {
    id: options.apiKey,
    handle: manifest.handle,
    title: manifest.name,
    scopes: manifest.scopes,
    installedAt: scene.at,
    uninstalledAt: null,
  };
  scene.collection("installation").put(installation);
  unscheduleShopRedact(scene.store, scene.shop.domain);
  takeSubscriptions(scene);
  takeMetafieldDefinitions(scene);
  return installation;
}

/** Tokens and subscriptions end at once; shop/redact follows 48 hours later, unless the app is installed again. */
export function uninstallApp(scene: Scene): Installation {
  const installation = requireInstalled(scene);
  scene.emit(["app/uninstalled"], shopPayload(scene.shop));
  const uninstalled = { ...installation, uninstalledAt: scene.at };
  scene.collection("installation").put(uninstalled);
  const tokens = scene.collection("token");
  for (const token of tokens.list()) tokens.put({ ...token, revoked: true });
  const subscriptions = scene.collection("subscription");
  for (const subscription of subscriptions.list()) subscriptions.delete(subscription.id);
  dropWaiting(scene.store, scene.shop.domain);
  scheduleShopRedact(scene.sandbox, scene.shop, scene.at);
  return uninstalled;
}

/** shop/redact at once, instead of after 48 hours. */
export function redactShop(scene: Scene): Installation {
  const installation = scene.collection("installation").find(scene.sandbox.options.apiKey);
  if (!installation) throw new Refusal("The app was never installed in this shop.");
  if (installation.uninstalledAt === null)
    throw new Refusal("Shopify asks an app to forget a shop only after it was uninstalled there.");
  unscheduleShopRedact(scene.store, scene.shop.domain);
  sendCompliance(scene.sandbox, scene.shop, {
    topic: "shop/redact",
    payload: { shop_id: Number(scene.shop.id), shop_domain: scene.shop.domain },
    at: scene.at,
  });
  return installation;
}

function requireInstalled(scene: Scene): Installation {
  const installation = scene.sandbox.installation(scene.shop.domain);
  if (!installation)
    throw new Refusal(`${scene.sandbox.manifest.name} is not installed in ${scene.shop.domain}.`);
  return installation;
}

function takeSubscriptions(scene: Scene): void {
  const subscriptions = scene.collection("subscription");
  for (const { topic, uri } of scene.sandbox.manifest.subscriptions)
    subscriptions.put({
      id: `${topic} ${uri}`,
      number: scene.store.nextId("subscription"),
      topic,
      uri,
      source: "toml",
      createdAt: scene.at,
    });
}

function takeMetafieldDefinitions(scene: Scene): void {
  const definitions = scene.collection("metafieldDefinition");
  const namespace = `app--${scene.sandbox.options.apiKey}`;
  for (const { ownerType, key, type, name, description, access } of scene.sandbox.manifest.metafields) {
    const id = `${ownerType}/${namespace}/${key}`;
    const number = definitions.find(id)?.number ?? scene.store.nextId("metafieldDefinition");
    definitions.put({ id, number, ownerType, namespace, key, type, name, description, access });
  }
}
