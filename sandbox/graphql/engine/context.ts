import type { DocumentCollection } from "../../state/document-collection.ts";
import type { Sandbox } from "../../sandbox.ts";
import type { DocumentType, Shop } from "../../state/types.ts";
import type { Access } from "./scopes.ts";

/** What every resolver is handed: one request of one app in one shop. */
export class Context {
  readonly sandbox: Sandbox;
  readonly shop: Shop;
  readonly access: Access;

  constructor(sandbox: Sandbox, shop: Shop, access: Access) {
    this.sandbox = sandbox;
    this.shop = shop;
    this.access = access;
  }

  collection<T extends DocumentType>(type: T): DocumentCollection<T> {
    return this.sandbox.store.collection(this.shop.domain, type);
  }
}
