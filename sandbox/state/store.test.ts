import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inZone, laterThan } from "./instants.ts";
import { Store } from "./store.ts";
import type { Customer } from "./types.ts";

const customer = (id: string, email: string | null = null): Customer => ({
  id,
  email,
  phone: null,
  firstName: null,
  lastName: null,
  state: "enabled",
  note: null,
  verifiedEmail: true,
  taxExempt: false,
  tags: [],
  locale: "en",
  address: null,
  acceptsMarketing: false,
  ordersCount: 0,
  totalSpent: "0.00",
  lastOrderId: null,
  mergedInto: null,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
});

function filled(): Store {
  const store = new Store(":memory:");
  for (const id of ["1", "2", "3", "4"])
    store.collection("a", "customer").put(customer(id, `c${id}@example.com`));
  return store;
}

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);

describe("a collection", () => {
  test("pages in the order of arrival, forwards and backwards", () => {
    const customers = filled().collection("a", "customer");
    expect(ids(customers.list({ limit: 2 }))).toEqual(["1", "2"]);
    expect(ids(customers.list({ after: "2" }))).toEqual(["3", "4"]);
    expect(ids(customers.list({ after: "3", reverse: true }))).toEqual(["2", "1"]);
    expect(ids(customers.list({ reverse: true, limit: 1 }))).toEqual(["4"]);
  });

  test("finds by index what was put last, not what was", () => {
    const customers = filled().collection("a", "customer");
    customers.put(customer("1", "new@example.com"));
    expect(customers.firstBy("email", "new@example.com")?.id).toBe("1");
    expect(customers.firstBy("email", "c1@example.com")).toBeNull();
    expect(ids(customers.findBy("listed", "yes", { after: "1", limit: 2 }))).toEqual(["2", "3"]);
  });

  test("belongs to its shop", () => {
    const store = filled();
    expect(store.collection("b", "customer").count()).toBe(0);
    expect(store.collection("b", "customer").firstBy("email", "c1@example.com")).toBeNull();
  });
});

describe("a transaction", () => {
  test("that fails leaves nothing, and gives no id twice", () => {
    const store = filled();
    const before = store.nextId("order");
    const fail = (): void => {
      store.collection("a", "customer").put(customer("5"));
      store.nextId("order");
      throw new Error("no");
    };
    expect(() => store.transaction(fail)).toThrow("no");
    expect(store.collection("a", "customer").count()).toBe(4);
    expect(Number(store.nextId("order"))).toBeGreaterThan(Number(before));
  });
});

describe("ids", () => {
  test("rise, have the size of Shopify's, and go on after a restart", () => {
    const file = join(mkdtempSync(join(tmpdir(), "store-")), "state.sqlite");
    const first = new Store(file);
    const given = Array.from({ length: 250 }, () => first.nextNumber("customer"));
    first.close();
    const second = new Store(file);
    given.push(second.nextNumber("customer"));
    second.close();
    expect(given).toEqual(given.toSorted((a, b) => a - b));
    expect(new Set(given).size).toBe(251);
    expect(String(given[0])).toHaveLength(13);
  });
});

describe("instants", () => {
  test("are written in the shop's zone, summer and winter", () => {
    expect(inZone("2026-07-01T10:00:00Z", "Europe/London")).toBe("2026-07-01T11:00:00+01:00");
    expect(inZone("2026-01-01T10:00:00Z", "Europe/London")).toBe("2026-01-01T10:00:00+00:00");
    expect(inZone("2026-01-01T02:00:00Z", "America/St_Johns")).toBe("2025-12-31T22:30:00-03:30");
    expect(inZone("2026-03-29T00:59:59Z", "Europe/London")).toBe("2026-03-29T00:59:59+00:00");
    expect(inZone("2026-03-29T01:00:00Z", "Europe/London")).toBe("2026-03-29T02:00:00+01:00");
  });

  test("never stand still", () => {
    expect(laterThan("2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z")).toBe("2026-01-01T10:00:01Z");
    expect(laterThan("2026-01-01T10:00:00Z", "2025-01-01T10:00:00Z")).toBe("2026-01-01T10:00:01Z");
  });
});
