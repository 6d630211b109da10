import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ShopInMemory } from "../testing/shop-in-memory.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Every field's path. A line is a line, and a refund a refund, wherever it stands. */
function fieldsOf(value: Json, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    general(`${path}.${name}`),
    ...fieldsOf(inner, `${path}.${name}`),
  ]);
}

function general(path: string): string {
  return path.replace(/^.*\.line_items?(?:\[\])?(?=\.)/, "line").replace(/^\.refunds\[\]/, "");
}

function kindsOf(value: Json, path = ""): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item) => kindsOf(item, `${path}[]`));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([name, inner]) => kindsOf(inner, `${path}.${name}`));
  return value === null ? [] : [[path, typeof value]];
}

const ORDERS = ["orders/create", "orders/paid", "orders/updated", "orders/cancelled"];
const CASES = new URL("../../../shared/cases/", import.meta.url);

/** The payloads of one topic in the published cases, where they stand beside the project. */
function published(topics: string[]): Json[] {
  return readdirSync(CASES)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { events } = JSON.parse(readFileSync(new URL(file, CASES), "utf8")) as {
        events: { webhook?: string; payload?: Json }[];
      };
      return events.flatMap(({ webhook, payload }) =>
        webhook && topics.includes(webhook) && payload ? [payload] : [],
      );
    });
}

function everything(): ShopInMemory {
  const shop = new ShopInMemory();
  shop.do({
    do: "customer.create",
    email: "sam@example.com",
    firstName: "Sam",
    lastName: "Sample",
  });
  const order = shop.place({
    customer: "sam@example.com",
    lines: [
      { title: "Linen shirt", price: "60.00", quantity: 2 },
      { title: "Scarf", price: "30.00", quantity: 1 },
    ],
    discounts: [{ code: "TEN", kind: "fixed", value: "10.00" }],
    shipping: { price: "4.99" },
    taxes: { included: true, rate: "0.2" },
  });
  shop.do({ do: "order.refund", order: order.id, lines: [{ line: 1, quantity: 1 }], amount: "20.00" });
  shop.do({ do: "order.refund", order: order.id, shipping: true });
  return shop;
}

describe.skipIf(!existsSync(CASES))(
  "payloads have the fields of the published ones, of the same kinds",
  () => {
    const TOPICS: [string, string[]][] = [
      ["orders/updated", ORDERS],
      ["refunds/create", ["refunds/create"]],
      ["customers/create", ["customers/create"]],
    ];

    test.each(TOPICS)("%s", (topic, like) => {
      const ours = everything()
        .sent(topic)
        .map(({ payload }) => payload as Json);
      const theirs = published(like);
      const linesOfOrders = published(ORDERS)
        .flatMap((payload) => fieldsOf(payload))
        .filter((field) => field.startsWith("line"));
      const ofOurs = new Set(ours.flatMap((payload) => fieldsOf(payload)));
      const ofTheirs = new Set(theirs.flatMap((payload) => fieldsOf(payload)));
      expect([...ofTheirs].filter((field) => !ofOurs.has(field))).toEqual([]);
      // The cases give shipping back by its adjustment alone; Shopify adds the line it belongs to.
      const comparable = new Set([...ofTheirs, ...linesOfOrders]);
      const known = (field: string): boolean =>
        comparable.has(field) || field.startsWith(".refund_shipping_lines[]");
      expect([...ofOurs].filter((field) => !known(field))).toEqual([]);
      const kinds = new Map(theirs.flatMap((payload) => kindsOf(payload)));
      const different = ours
        .flatMap((payload) => kindsOf(payload))
        .filter(([path, kind]) => (kinds.get(path) ?? kind) !== kind);
      expect(different).toEqual([]);
    });
  },
);
