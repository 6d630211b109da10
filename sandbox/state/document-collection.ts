import { INDEXES } from "./indexes.ts";
import type { Store } from "./store.ts";
import type { Documents, DocumentType } from "./types.ts";

export type Page = {
  /** Documents that come after this id (before it, when reversed). */
  after?: string | undefined;
  limit?: number | undefined;
  /** Newest first. */
  reverse?: boolean | undefined;
};

const READ_MOSTLY: ReadonlySet<DocumentType> = new Set(["product"]);

/** The documents of one type in one shop, in the order in which they were first put. */
export class DocumentCollection<T extends DocumentType> {
  readonly #store: Store;
  readonly #shop: string;
  readonly #type: T;

  constructor(store: Store, shop: string, type: T) {
    this.#store = store;
    this.#shop = shop;
    this.#type = type;
  }

  find(id: string): Documents[T] | null {
    const row = this.#store
      .statement("SELECT doc FROM documents WHERE shop = ? AND type = ? AND id = ?")
      .get(this.#shop, this.#type, id);
    return row ? this.#read(row) : null;
  }

  require(id: string): Documents[T] {
    const doc = this.find(id);
    if (!doc) throw new MissingDocument(this.#type, id, this.#shop);
    return doc;
  }

  /** By an index of `indexes.ts`, such as ("email", "sam@example.com"), in order of arrival. */
  findBy(index: string, value: string, page: Page = {}): Documents[T][] {
    const { order, beyond } = direction(page);
    // CROSS JOIN: SQLite must begin with the few lookups instead of walking all documents in their order.
    const rows = this.#store
      .statement(
        `SELECT d.doc FROM lookups l CROSS JOIN documents d ON d.shop = l.shop AND d.type = l.type AND d.id = l.id
         WHERE l.shop = ? AND l.type = ? AND l.name = ? AND l.value = ? AND (? IS NULL OR d.seq ${beyond} ?)
         ORDER BY d.seq ${order} LIMIT ?`,
      )
      .all(this.#shop, this.#type, index, value, ...this.#after(page), page.limit ?? -1);
    return rows.map((row) => this.#read(row));
  }

  /**
   * The first under a value of an index. Of read-mostly types it comes from memory, frozen: a line of an order looks
   * up its product, and a history has hundreds of thousands of them.
   */
  firstBy(index: string, value: string): Documents[T] | null {
    if (!READ_MOSTLY.has(this.#type)) return this.findBy(index, value, { limit: 1 })[0] ?? null;
    const place = `${this.#shop} ${this.#type} ${index} ${value}`;
    const known = this.#store.readMostly.get(place) as Documents[T] | undefined;
    if (known) return known;
    const found = this.findBy(index, value, { limit: 1 })[0] ?? null;
    if (found) this.#store.readMostly.set(place, freeze(found));
    return found;
  }

  list(page: Page = {}): Documents[T][] {
    const { order, beyond } = direction(page);
    const rows = this.#store
      .statement(
        `SELECT doc FROM documents WHERE shop = ? AND type = ? AND (? IS NULL OR seq ${beyond} ?)
         ORDER BY seq ${order} LIMIT ?`,
      )
      .all(this.#shop, this.#type, ...this.#after(page), page.limit ?? -1);
    return rows.map((row) => this.#read(row));
  }

  count(): number {
    const row = this.#store
      .statement("SELECT count(*) AS n FROM documents WHERE shop = ? AND type = ?")
      .get(this.#shop, this.#type);
    return Number(row?.n);
  }

  put(doc: Documents[T]): void {
    if (READ_MOSTLY.has(this.#type)) this.#store.readMostly.clear();
    this.#store.transaction(() => {
      this.#store
        .statement(
          `INSERT INTO documents (shop, type, id, doc) VALUES (?, ?, ?, ?)
           ON CONFLICT (shop, type, id) DO UPDATE SET doc = excluded.doc`,
        )
        .run(this.#shop, this.#type, doc.id, JSON.stringify(doc));
      this.#index(doc);
    });
  }

  delete(id: string): void {
    if (READ_MOSTLY.has(this.#type)) this.#store.readMostly.clear();
    this.#store.transaction(() => {
      this.#store
        .statement("DELETE FROM documents WHERE shop = ? AND type = ? AND id = ?")
        .run(this.#shop, this.#type, id);
      this.#unindex(id);
    });
  }

  #index(doc: Documents[T]): void {
    const indexes = INDEXES[this.#type];
    const names = Object.keys(indexes);
    if (names.length === 0) return;
    this.#unindex(doc.id);
    const insert = this.#store.statement(
      "INSERT INTO lookups (shop, type, name, value, id) VALUES (?, ?, ?, ?, ?)",
    );
    for (const name of names)
      for (const value of new Set(indexes[name]?.(doc)))
        insert.run(this.#shop, this.#type, name, value, doc.id);
  }

  #unindex(id: string): void {
    this.#store
      .statement("DELETE FROM lookups WHERE shop = ? AND type = ? AND id = ?")
      .run(this.#shop, this.#type, id);
  }

  #after({ after }: Page): [number | null, number | null] {
    if (after === undefined) return [null, null];
    const row = this.#store
      .statement("SELECT seq FROM documents WHERE shop = ? AND type = ? AND id = ?")
      .get(this.#shop, this.#type, after);
    const seq = row ? Number(row.seq) : Number.MAX_SAFE_INTEGER;
    return [seq, seq];
  }

  #read(row: Record<string, unknown>): Documents[T] {
    return JSON.parse(String(row.doc)) as Documents[T];
  }
}

/** Thrown by `require`: the caller named something that is not there. */
export class MissingDocument extends Error {
  constructor(type: string, id: string, shop: string) {
    super(`There is no ${type} ${id} in ${shop}.`);
  }
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

function direction({ reverse }: Page): { order: string; beyond: string } {
  return reverse ? { order: "DESC", beyond: "<" } : { order: "ASC", beyond: ">" };
}
