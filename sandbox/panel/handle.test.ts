import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { DEMO_SHOP } from "../seed-shop.ts";
import { startReceiver } from "../testing/receiver.ts";

let running: RunningSandbox;
let app: Awaited<ReturnType<typeof startReceiver>>;
let appAnswers = 200;

beforeAll(async () => {
  app = await startReceiver(() => appAnswers);
  running = await startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl: app.url });
});

afterAll(async () => {
  await running.close();
  await app.close();
});

beforeEach(async () => {
  appAnswers = 200;
  await send("/sandbox/state/reset", {});
  perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: "ada@example.com" });
  perform({ do: "product.create", title: "Clay pot", variants: [{ price: "12.50" }] });
});

function perform(action: Parameters<typeof running.sandbox.perform>[1]) {
  return running.sandbox.perform(DEMO_SHOP, action);
}

/** Sends a form as a browser does and follows it to the page that shows what came of it. */
async function send(path: string, fields: Record<string, string>) {
  const response = await fetch(running.urls.shopify + path, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  return { status: response.status, path: new URL(response.url).pathname, ...parts(await response.text()) };
}

async function open(path: string): Promise<string> {
  return (await fetch(running.urls.shopify + path)).text();
}

function parts(page: string) {
  const text = (markup: string | undefined) =>
    (markup ?? "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  return {
    page,
    result: text(/<section\s+class="result"[^>]*>(.*?)<\/section>/s.exec(page)?.[1]),
    problem: text(/<p\s+class="problem"[^>]*>(.*?)<\/p>/s.exec(page)?.[1]),
  };
}

async function placeOrder(fields: Record<string, string> = {}) {
  return send("/sandbox/orders/new/place", {
    customer: "ada@example.com",
    variant: "clay-pot",
    quantity: "2",
    ...fields,
  });
}

describe("money of the shop", () => {
  test("a discount is made, used by an order, shown with its use, and ended", async () => {
    const fields = {
      code: "POT5",
      kind: "fixed",
      value: "5.00",
      customers: "ada@example.com",
      usageLimit: "2",
    };
    expect((await send("/sandbox/discounts/create", fields)).result).toContain("POT5 counts from now on");
    expect((await send("/sandbox/discounts/create", fields)).problem).toContain("POT5 already");
    expect((await placeOrder({ codes: "pot5" })).result).toContain("£24.99, paid");
    const page = await open("/sandbox/discounts?code=pot5");
    for (const text of ["POT5", "5.00 off the order", "1 of 2", "active"]) expect(page).toContain(text);
    await send("/sandbox/discounts/end", { code: "POT5" });
    expect(await open("/sandbox/discounts")).toContain("expired");
    expect((await placeOrder({ codes: "POT5" })).problem).toBe("POT5 has expired.");
  });

  test("store credit and gift cards are given, and pay", async () => {
    const ada = perform({ do: "customer.update", customer: "ada@example.com" }).id;
    const credited = await send(`/sandbox/customers/${ada}/credit`, { way: "credit", amount: "4.00" });
    expect(credited.page).toContain("Store credit: £4.00");
    const issued = await send("/sandbox/gift-cards/issue", { amount: "3.00", code: "ADAS-CARD-1" });
    expect(issued.result).toContain("adascard1 was issued");
    await placeOrder({ storeCredit: "on", giftCards: "adas-card-1" });
    expect(await open(`/sandbox/customers/${ada}`)).toContain("Store credit: £0.00");
    expect(await open("/sandbox/gift-cards")).toContain("spent");
    await send("/sandbox/gift-cards/switch-off", { giftCard: "adascard1" });
    expect(await open("/sandbox/gift-cards")).toContain("switched off");
    const taken = await send(`/sandbox/customers/${ada}/credit`, { way: "debit", amount: "1.00" });
    expect(taken.problem).toBe("There is 0.00 on the account, not 1.00.");
  });
});

describe("placing an order", () => {
  test("says what was sold, what was sent, and how the app answered", async () => {
    const { path, result } = await placeOrder();
    expect(path).toMatch(/^\/sandbox\/orders\/\d+$/);
    expect(result).toMatch(/^Order #1001 was placed online: £29\.99, paid\./);
    expect(result).toMatch(/orders\/create answered 200 in \d+ ms/);
    expect(app.received.at(-1)?.topic).toBe("orders/updated");
  });

  test("at the till, unpaid, with a discount, as a test", async () => {
    const { result, page } = await placeOrder({
      source: "pos",
      payment: "pending",
      discountKind: "percentage",
      discountValue: "10",
      test: "on",
    });
    expect(result).toMatch(/^Order #1001 was placed at the till: £22\.50, pending\./);
    expect(page).toContain("pending, till, test");
  });

  test("says so when the app refuses, and that it will be tried again", async () => {
    appAnswers = 500;
    expect((await placeOrder()).result).toMatch(/answered 500 in \d+ ms; it will be tried again/);
  });

  test("what is wrong is said at the form, which keeps what was typed", async () => {
    const { status, problem, page } = await placeOrder({ customer: "nobody@example.com", note: "by hand" });
    expect(status).toBe(422);
    expect(problem).toContain("nobody@example.com");
    expect(page).toContain('value="nobody@example.com"');
    expect(page).toContain('value="by hand"');
    expect(running.store.collection(DEMO_SHOP, "order").count()).toBe(0);
  });
});

describe("an order", () => {
  test("gives back one piece of a line", async () => {
    const { path } = await placeOrder();
    const { result, page } = await send(`${path}/refund`, { "refund-1": "1" });
    expect(result).toMatch(/^£12\.50 given back of order #1001\. .*refunds\/create answered 200/);
    expect(page).toContain("partially refunded");
  });

  test("does not refund nothing", async () => {
    const { path } = await placeOrder();
    const { problem } = await send(`${path}/refund`, { "refund-1": "0" });
    expect(problem).toBe("Choose a line, shipping or an amount to refund.");
  });

  test("is paid, edited, given away, cancelled and deleted", async () => {
    const { path } = await placeOrder({ payment: "pending" });
    expect((await send(`${path}/pay`, {})).result).toContain("it is now paid");
    expect(
      (await send(`${path}/edit`, { add: "clay-pot", addQuantity: "1", "remove-1": "1" })).result,
    ).toContain("a line was added and pieces were taken out");
    expect((await send(`${path}/assign`, { customer: "" })).result).toContain("belongs to nobody now");
    expect((await send(`${path}/cancel`, { reason: "customer", refund: "on" })).result).toContain(
      "was cancelled",
    );
    const gone = await send(`${path}/delete`, {});
    expect([gone.path, gone.result]).toEqual([
      "/sandbox/orders",
      expect.stringContaining("#1001 was deleted"),
    ]);
  });

  test("is found by its number and by its customer's address", async () => {
    await placeOrder();
    for (const find of ["%231001", "1001", "Ada@example.com"]) {
      expect(await open(`/sandbox/orders?find=${find}`)).toContain("#1001");
    }
    expect(await open("/sandbox/orders?find=%239999")).toContain("No order for “#9999”");
  });
});

describe("a customer", () => {
  test("is created, changed, asked about, merged and redacted", async () => {
    const { path, result } = await send("/sandbox/customers/create", {
      firstName: "Bo",
      email: "bo@example.com",
      tags: "vip, new",
    });
    expect(result).toMatch(/^Bo is now a customer\. .*customers\/create answered 200/);
    expect((await send(`${path}/update`, { firstName: "Bob", email: "bo@example.com" })).result).toContain(
      "Bob was changed",
    );
    expect((await send(`${path}/request`, {})).result).toContain("customers/data_request answered 200");
    expect((await send(`${path}/merge`, { keep: "ada@example.com" })).result).toContain(
      "Bob was merged into Ada Marsh",
    );
    const ada = running.store.collection(DEMO_SHOP, "customer").firstBy("email", "ada@example.com");
    expect((await send(`/sandbox/customers/${ada?.id}/redact`, {})).result).toContain(
      "customers/redact answered 200",
    );
  });
});

describe("the line", () => {
  test("sends the next delivery of a topic twice when that is arranged, and says so", async () => {
    await send("/sandbox/line/next", { kind: "duplicate", topic: "orders/create" });
    expect(await open("/sandbox/line")).toContain(
      "The next orders/create will be sent a second time with the same webhook id.",
    );
    expect((await placeOrder()).result).toMatch(/orders\/create answered 200 in \d+ ms \(sent a second time/);
    expect(await open("/sandbox/line")).toContain("Nothing is disturbed");
  });

  test("takes shares in per cent, and none above a hundred", async () => {
    expect((await send("/sandbox/line/shares", { drop: "300" })).problem).toContain(
      "between 0 and 100 per cent",
    );
    await send("/sandbox/line/shares", { drop: "100" });
    expect((await placeOrder()).result).toContain("orders/create not sent");
    await send("/sandbox/line/stop", {});
    expect((await placeOrder()).result).toContain("orders/create answered 200");
  });

  test("sends what is not JSON as it stands", async () => {
    await send("/sandbox/line/send", { topic: "orders/create", payload: "{broken" });
    expect(app.received.at(-1)?.body).toBe("{broken");
  });

  test("sends a delivery again and shows its body", async () => {
    await placeOrder();
    const id = /\/sandbox\/deliveries\/(\d+)"/.exec(await open("/sandbox/deliveries"))?.[1];
    const { result, page } = await send(`/sandbox/deliveries/${id}/redeliver`, {});
    expect(result).toMatch(/was sent again: the app answered 200/);
    expect(page).toContain("&quot;line_items&quot;");
  });
});

describe("the rest", () => {
  test("uninstalls and installs the app", async () => {
    expect((await send("/sandbox/uninstall", {})).result).toContain("app/uninstalled answered 200");
    expect((await send("/sandbox/install", {})).result).toContain("Perennial is installed");
  });

  test("brings a snapshot back", async () => {
    await send("/sandbox/state/snapshot", { name: "before" });
    await placeOrder();
    expect((await send("/sandbox/state/load", { name: "before" })).result).toContain("“before” was loaded");
    expect(running.store.collection(DEMO_SHOP, "order").count()).toBe(0);
  });

  test("does whatever the JSON interface does, and says what is wrong with it", async () => {
    const json = JSON.stringify([
      { do: "customer.create", firstName: "Cy" },
      { do: "shop.update", name: "Renamed" },
    ]);
    expect((await send("/sandbox/actions/do", { json })).result).toContain(
      "Done: customer.create, shop.update.",
    );
    expect((await send("/sandbox/actions/do", { json: "{" })).problem).toMatch(/^This is not JSON/);
  });

  test("a page that is not there is said so with 404, names are escaped", async () => {
    perform({ do: "customer.create", firstName: "<script>alert(1)</script>" });
    expect(await open("/sandbox/customers")).not.toContain("<script>alert");
    expect((await fetch(`${running.urls.shopify}/sandbox/orders/1`)).status).toBe(404);
  });
});
