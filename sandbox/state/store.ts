import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { DocumentCollection } from "./document-collection.ts";
import { idNumber, type IdKind } from "./ids.ts";
import { SCHEMA, TABLES } from "./schema.ts";
import type { DocumentType, Shop } from "./types.ts";

const RESERVED_AT_ONCE = 100;

/**
 * The sandbox's whole state: one SQLite file, or ":memory:". Everything but the shops themselves is a JSON document
 * under (shop, type, id), so that a new kind of thing needs no migration.
 */
export class Store {
  readonly db: DatabaseSync;
  readonly path: string;
  /** Documents that `firstBy` keeps in memory; emptied by whatever could make one of them stale. */
  readonly readMostly = new Map<string, unknown>();
  readonly #reserved = new Map<IdKind, { next: number; last: number }>();
  #depth = 0;
  #statements = new Map<string, StatementSync>();
  #collections = new Map<string, DocumentCollection<DocumentType>>();

  constructor(path: string) {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.db = new DatabaseSync(path);
    this.db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
    this.db.exec(SCHEMA);
  }

  /** Prepared once and kept: statements are most of the cost of a small write. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** All or nothing; a transaction within a transaction joins the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.db.exec("BEGIN IMMEDIATE");
    this.#depth += 1;
    try {
      const result = work();
      this.db.exec("COMMIT");
      return result;
    } catch (error) {
      this.db.exec("ROLLBACK");
      this.#forget();
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  listShops(): Shop[] {
    return this.statement("SELECT doc FROM shops ORDER BY seq")
      .all()
      .map(readDoc<Shop>);
  }

  findShop(domain: string): Shop | null {
    const row = this.statement("SELECT doc FROM shops WHERE domain = ?").get(domain);
    return row ? readDoc<Shop>(row) : null;
  }

  requireShop(domain: string): Shop {
    const shop = this.findShop(domain);
    if (!shop) throw new Error(`There is no shop ${domain} in the sandbox.`);
    return shop;
  }

  putShop(shop: Shop): void {
    this.statement(
      "INSERT INTO shops (domain, doc) VALUES (?, ?) ON CONFLICT (domain) DO UPDATE SET doc = excluded.doc",
    ).run(shop.domain, JSON.stringify(shop));
  }

  /** The documents of one type in one shop. */
  collection<T extends DocumentType>(shop: string, type: T): DocumentCollection<T> {
    const place = `${shop} ${type}`;
    const known = this.#collections.get(place);
    if (known) return known as unknown as DocumentCollection<T>;
    const collection = new DocumentCollection(this, shop, type);
    this.#collections.set(place, collection);
    return collection;
  }

  /** The next number of a kind, over all shops. Numbers are reserved a hundred at a time, so a restart skips some. */
  nextNumber(kind: IdKind): number {
    const reserved = this.#reserved.get(kind);
    const next = reserved && reserved.next <= reserved.last ? reserved.next : this.#reserve(kind);
    this.#reserved.set(kind, { next: next + 1, last: this.#reserved.get(kind)?.last ?? next });
    return idNumber(kind, next);
  }

  #reserve(kind: IdKind): number {
    const last = this.#advance(kind, RESERVED_AT_ONCE);
    this.#reserved.set(kind, { next: last - RESERVED_AT_ONCE + 1, last });
    return last - RESERVED_AT_ONCE + 1;
  }

  nextId(kind: IdKind): string {
    return String(this.nextNumber(kind));
  }

  /** 1, 2, 3 … under a name, without gaps, such as the order numbers of a shop. */
  nextInSequence(name: string): number {
    return this.#advance(name, 1);
  }

  #advance(name: string, by: number): number {
    const row = this.statement(
      `INSERT INTO sequences (name, value) VALUES (?1, ?2)
       ON CONFLICT (name) DO UPDATE SET value = value + ?2 RETURNING value`,
    ).get(name, by);
    return Number(row?.value);
  }

  /** A name that a history gives to something before its id is known. */
  setRef(shop: string, ref: string, id: string): void {
    this.statement(
      "INSERT INTO refs (shop, ref, id) VALUES (?, ?, ?) ON CONFLICT (shop, ref) DO UPDATE SET id = excluded.id",
    ).run(shop, ref, id);
  }

  findRef(shop: string, ref: string): string | null {
    const row = this.statement("SELECT id FROM refs WHERE shop = ? AND ref = ?").get(shop, ref);
    return row ? String(row.id) : null;
  }

  /** A named piece of state of the sandbox itself, such as the disturbances. */
  setting<T>(name: string, fallback: T): T {
    const row = this.statement("SELECT doc FROM settings WHERE name = ?").get(name);
    return row ? readDoc<T>(row) : fallback;
  }

  setSetting(name: string, value: unknown): void {
    this.statement(
      "INSERT INTO settings (name, doc) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET doc = excluded.doc",
    ).run(name, JSON.stringify(value));
  }

  /** Writes the whole state into a new file. */
  saveTo(file: string): void {
    this.statement("VACUUM INTO ?").run(file);
  }

  /** Replaces the whole state by that of a file which `saveTo` wrote. */
  loadFrom(file: string): void {
    this.#forget();
    this.statement("ATTACH DATABASE ? AS snapshot").run(file);
    try {
      this.transaction(() => {
        for (const table of TABLES)
          this.db.exec(
            `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM snapshot.${table};`,
          );
      });
    } finally {
      this.db.exec("DETACH DATABASE snapshot");
    }
  }

  /** Empties everything, but goes on counting ids: an app that was not emptied must not meet an old id anew. */
  clear(): void {
    this.#forget();
    this.transaction(() => {
      for (const table of TABLES) if (table !== "sequences") this.db.exec(`DELETE FROM ${table};`);
      this.db.exec("DELETE FROM sequences WHERE name LIKE 'orders of %';");
    });
  }

  /** Drops what is kept in memory, where the database is no longer what it was. */
  #forget(): void {
    this.readMostly.clear();
    this.#reserved.clear();
  }

  close(): void {
    this.db.close();
  }
}

function readDoc<T>(row: Record<string, unknown>): T {
  return JSON.parse(String(row.doc)) as T;
}
