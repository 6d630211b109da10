import { Refusal } from "../http/answer.ts";
import { laterThan } from "../state/instants.ts";
import type { Product, ProductCollection } from "../state/types.ts";
import { collectionPayload, deletedCollectionPayload } from "../webhooks/product-payload.ts";
import type { ActionOf, CreateCollection, UpdateCollection } from "./actions.ts";
import { freeHandle } from "./handles.ts";
import type { Scene } from "./scene.ts";

export function createCollection(scene: Scene, input: CreateCollection): ProductCollection {
  const handle = input.handle ?? freeHandle(scene, "collection", input.title);
  if (scene.collection("collection").firstBy("handle", handle))
    throw new Refusal(`The handle ${handle} is taken.`);
  const collection: ProductCollection = {
    id: scene.store.nextId("collection"),
    handle,
    title: input.title,
    descriptionHtml: input.descriptionHtml ?? "",
    productIds: productIds(scene, input.products ?? []),
    createdAt: scene.at,
    updatedAt: scene.at,
  };
  scene.collection("collection").put(collection);
  scene.remember(input.ref, collection.id);
  scene.emit(["collections/create"], collectionPayload(collection, scene.shop));
  return collection;
}

export function updateCollection(scene: Scene, input: UpdateCollection): ProductCollection {
  const before = scene.productCollection(input.collection);
  const collection = {
    ...before,
    title: input.title ?? before.title,
    handle: input.handle ?? before.handle,
    descriptionHtml: input.descriptionHtml ?? before.descriptionHtml,
    productIds: input.products ? productIds(scene, input.products) : before.productIds,
    updatedAt: laterThan(before.updatedAt, scene.at),
  };
  scene.collection("collection").put(collection);
  scene.emit(["collections/update"], collectionPayload(collection, scene.shop));
  return collection;
}

export function deleteCollection(scene: Scene, input: ActionOf<"collection.delete">): ProductCollection {
  const collection = scene.productCollection(input.collection);
  scene.collection("collection").delete(collection.id);
  scene.emit(["collections/delete"], deletedCollectionPayload(collection));
  return collection;
}

/** Puts a product into collections in which it is not yet; each tells of it. */
export function addToCollections(scene: Scene, product: Product, names: string[]): void {
  const collections = scene.collection("collection");
  for (const name of names) {
    const collection = scene.productCollection(name);
    if (collection.productIds.includes(product.id)) continue;
    const changed = {
      ...collection,
      productIds: [...collection.productIds, product.id],
      updatedAt: laterThan(collection.updatedAt, scene.at),
    };
    collections.put(changed);
    scene.emit(["collections/update"], collectionPayload(changed, scene.shop));
  }
}

function productIds(scene: Scene, names: string[]): string[] {
  return [...new Set(names.map((name) => scene.product(name).id))];
}
