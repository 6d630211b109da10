import { merge, order, refund } from "../support/payloads.ts";

/** "refused" at the door, a "dead" letter, or "harmless": odd, but there is one way to understand it. */
export type Fate = "refused" | "dead" | "harmless";

export interface Poison {
  name: string;
  topic: string;
  fate: Fate;
  /** Made when it is needed: some are large. */
  body: () => string;
}

const ORDER = "orders/paid";
const sound = (changes: object = {}) => ({
  ...order({ id: 900_001, customer: 8, total: "10.00" }),
  ...changes,
});
const withLine = (changes: object) => {
  const payload = sound() as { line_items: object[] };
  return { ...payload, line_items: payload.line_items.map((line) => ({ ...line, ...changes })) };
};
const json = (value: unknown) => () => JSON.stringify(value);

const of = (topic: string, fate: Fate, kinds: Record<string, () => string>): Poison[] =>
  Object.entries(kinds).map(([name, body]) => ({ name, topic, fate, body }));

const NO_JSON = of(ORDER, "dead", {
  "no JSON at all": () => "hello",
  "half a payload": () => JSON.stringify(sound()).slice(0, 200),
  "a comma too many": () => JSON.stringify(sound()).replace("}", ",}"),
  "single quotes": () => JSON.stringify(sound()).replaceAll('"', "'"),
  "two payloads": () => `${JSON.stringify(sound())}${JSON.stringify(sound())}`,
  "an open string": () => '{"id": "9',
  "a page of HTML": () => "<!DOCTYPE html><html><body>Error</body></html>",
  XML: () => '<?xml version="1.0"?><order><id>1</id></order>',
  "a lone brace": () => "{",
  "not a number": () => '{"id": NaN}',
  "an endless number": () => `{"id": 1e999999}`,
  "a number of 100,000 digits": () => `{"id": ${"9".repeat(100_000)}}`,
  "nesting that never closes": () => "[".repeat(50_000),
  "10,000 lists in one another": () => "[".repeat(10_000) + "]".repeat(10_000),
  "10,000 objects in one another": () => '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000),
});

const NO_ORDER = of(ORDER, "dead", {
  null: json(null),
  "a number": json(42),
  "a text": json("order"),
  "a list": json([sound()]),
  "an empty object": json({}),
  "another kind of thing": json(refund({ id: 1, order: 2, lines: [] })),
});

const FIELDS = of(ORDER, "dead", {
  "no id": json(sound({ id: undefined })),
  "id null": json(sound({ id: null })),
  "id of text": json(sound({ id: "first" })),
  "id below 0": json(sound({ id: -5 })),
  "id with a fraction": json(sound({ id: 1.5 })),
  "id true": json(sound({ id: true })),
  "id an object": json(sound({ id: { $ne: 1 } })),
  "id a list": json(sound({ id: [1] })),
  "id beyond 2^63": () => JSON.stringify(sound({ id: "ID" })).replace('"ID"', "9223372036854775808"),
  "id an injection": json(sound({ id: "1; DROP TABLE member" })),
  "no updated_at": json(sound({ updated_at: undefined })),
  "updated_at of nonsense": json(sound({ updated_at: "yesterday" })),
  "updated_at without a zone": json(sound({ updated_at: "2026-07-01T09:00:00" })),
  "updated_at on 31 February": json(sound({ updated_at: "2026-02-31T09:00:00Z" })),
  "updated_at a number": json(sound({ updated_at: 1_782_000_000 })),
  "processed_at in month 13": json(sound({ processed_at: "2026-13-01T09:00:00Z" })),
  "no time at all": json(sound({ processed_at: null, created_at: null })),
  "no currency": json(sound({ currency: undefined })),
  "a currency that is none": json(sound({ currency: "XQZ" })),
  "another currency than the programme's": json(sound({ currency: "USD" })),
  "a customer without id": json(sound({ customer: { email: "a@b.example" } })),
  "a customer of text": json(sound({ customer: "Anna" })),
  "lines of text": json(sound({ line_items: "many" })),
  "a line that is null": json(sound({ line_items: [null] })),
  "refunds that are one": json(sound({ refunds: {} })),
  "cancelled_at true": json(sound({ cancelled_at: true })),
  "taxes_included of text": json(sound({ taxes_included: "yes" })),
});

const LINES = of(ORDER, "dead", {
  "a line without id": json(withLine({ id: undefined })),
  "a quantity below 0": json(withLine({ quantity: -1 })),
  "a quantity with a fraction": json(withLine({ quantity: 0.5 })),
  "a quantity of text": json(withLine({ quantity: "two" })),
  "a quantity beyond any": json(withLine({ quantity: 1e300 })),
  "no quantity": json(withLine({ quantity: undefined })),
  "a current quantity below 0": json(withLine({ current_quantity: -3 })),
  "a price of words": json(withLine({ price: "ten", price_set: undefined })),
  "a price with a comma": json(withLine({ price: "10,00", price_set: undefined })),
  "a price with an exponent": json(withLine({ price: "1e3", price_set: undefined })),
  "a price with too many decimals": json(withLine({ price: "10.001", price_set: undefined })),
  "no price": json(withLine({ price: undefined, price_set: undefined })),
  "a price that is null": json(withLine({ price: null })),
  "money without an amount": json(withLine({ price_set: { shop_money: {} } })),
  "more money than any balance": json(withLine({ price: "9".repeat(40), price_set: undefined })),
});

const OTHERS: Poison[] = [
  ...of("orders/imagined", "dead", { "a topic nobody handles": json(sound()) }),
  ...of("__proto__", "dead", { "a topic that every object has": json(sound()) }),
  ...of("constructor", "dead", { "another topic that every object has": json(sound()) }),
  ...of("refunds/create", "dead", {
    "a refund without order": json({ ...refund({ id: 1, order: 2, lines: [] }), order_id: null }),
    "a refund of nobody knows what": json({
      ...refund({ id: 1, order: 2, lines: [] }),
      refund_line_items: 7,
    }),
    "a refund of nonsense": json(refund({ id: 1, order: 2, lines: [{ subtotal: "much" }] })),
  }),
  ...of("customers/merge", "dead", {
    "a merge of ids that are none": json(merge("Anna", "Bert")),
    "a merge without anybody": json({}),
    "a merge of one of them": json({ ...merge(1, 2), admin_graphql_api_customer_kept_id: null }),
  }),
  ...of("customers/create", "dead", {
    "a customer who was never made": json({ id: 12 }),
    "a customer made in no time": json({ id: 12, created_at: "soon" }),
  }),
  ...of("orders/delete", "dead", { "the deletion of nothing": json({}) }),
];

const HARMLESS = of(ORDER, "harmless", {
  "characters no database keeps": json(
    sound({ id: 900_101, name: "#\u0000\u0001", customer: { id: 9, first_name: "A\u0000b" } }),
  ),
  "halves of characters": () =>
    JSON.stringify(sound({ id: 900_102, customer: { id: 9, first_name: "NAME" } })).replace(
      "NAME",
      "\\ud800x\\udfff",
    ),
  "keys that every object has": () =>
    JSON.stringify(sound({ id: 900_103, customer: null })).replace(
      "{",
      '{"__proto__":{"test":true},"constructor":1,',
    ),
  "five megabytes of notes": () =>
    JSON.stringify(sound({ id: 900_104, customer: null, note: "x".repeat(5 * 1024 * 1024) })),
  "a key given twice": () => JSON.stringify(sound({ id: 900_105, customer: null })).replace("{", '{"id":1,'),
  "500 lines": json(
    sound({
      id: 900_106,
      customer: null,
      line_items: Array.from({ length: 500 }, (_, n) => ({
        ...(sound() as unknown as { line_items: object[] }).line_items[0],
        id: n + 1,
      })),
    }),
  ),
  "an order without lines": json(sound({ id: 900_107, customer: null, line_items: [] })),
  "a price below 0": json({
    ...withLine({ price: "-10.00", price_set: undefined }),
    id: 900_108,
    customer: { id: 9 },
  }),
  "a year far away": json(sound({ id: 900_109, customer: null, processed_at: "9999-12-31T23:59:59Z" })),
});

const TOO_LARGE = of(ORDER, "refused", {
  "more than any order": () => JSON.stringify(sound({ note: "x".repeat(17 * 1024 * 1024) })),
  nothing: () => "",
  "what a session token looks like": () => "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0",
  "what a query looks like": () => "shop=poison.myshopify.com&timestamp=1",
});

export const POISONS: Poison[] = [
  ...NO_JSON,
  ...NO_ORDER,
  ...FIELDS,
  ...LINES,
  ...OTHERS,
  ...HARMLESS,
  ...TOO_LARGE,
];
