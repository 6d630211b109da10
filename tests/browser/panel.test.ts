import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSound, figure, openInAdmin, openPage, shown, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const { browser, line, page } = await openShop({ app: "opened" });

beforeAll(() => void page.on("dialog", (dialog) => void dialog.accept()));

async function open(path: string): Promise<void> {
  await page.goto(`${line.shopUrl}/sandbox${path}`);
}

function form(title: string): Locator {
  return page.getByRole("form", { name: title, exact: true });
}

/** Sends a form; the panel says in this sentence what was done, and that the app took every one of these topics. */
async function send(
  title: string,
  button: string,
  said: string | RegExp,
  topics: string[] = [],
): Promise<void> {
  await form(title).getByRole("button", { name: button, exact: true }).click();
  const result = page.getByRole("status");
  await result.getByRole("heading", { name: said }).waitFor();
  for (const topic of topics)
    await result
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`${topic}\\s+answered 200 in \\d+ ms`) })
      .first()
      .waitFor();
}

describe("the shop's people and goods", () => {
  it("a product is made", async () => {
    await open("/products");
    const fields = form("Create a product");
    await fields.getByLabel("Title").fill("Garden bench");
    await fields.getByLabel("Price").fill("120.00");
    await send("Create a product", "Create", "Garden bench is now in the shop.");
    await open("/products");
    await form("Create a product").getByLabel("Title").fill("Clay pot");
    await form("Create a product").getByLabel("Price").fill("35.50");
    await send("Create a product", "Create", "Clay pot is now in the shop.");
  });

  it("a customer is made, and one without a name or address is refused with a sentence", async () => {
    await open("/customers");
    const fields = form("Create a customer");
    await fields.getByLabel("First name").fill("Ada");
    await fields.getByLabel("Last name").fill("Marsh");
    await fields.getByLabel("E-mail", { exact: true }).fill("ada@example.com");
    await send("Create a customer", "Create", "Ada Marsh is now a customer.", ["customers/create"]);
    await open("/customers");
    await form("Create a customer").getByLabel("E-mail", { exact: true }).fill("ada@example.com");
    await form("Create a customer").getByRole("button", { name: "Create" }).click();
    await page.getByRole("alert").waitFor();
    expect(await form("Create a customer").getByLabel("E-mail", { exact: true }).inputValue()).toBe(
      "ada@example.com",
    );
  });
});

describe("the life of an order", () => {
  it("it is placed and paid", async () => {
    await open("/orders/new");
    await form("The order").getByLabel("Customer").fill("ada@example.com");
    await form("The order").getByLabel("Product").first().selectOption({ label: "Garden bench · £120.00" });
    await form("The order").getByLabel("Product").nth(1).selectOption({ label: "Clay pot · £35.50" });
    await form("The order").getByLabel("Payment").selectOption("Not yet paid");
    await form("The order")
      .getByRole("combobox", { name: /^Shipping/ })
      .selectOption("None");
    await send("The order", "Place the order", "Order #1001 was placed online: £155.50, pending.", [
      "orders/create",
    ]);
    await send("Pay", "Pay", "Order #1001 was paid; it is now paid.", ["orders/paid"]);
  });

  it("it is edited, paid again, refunded and cancelled", async () => {
    await form("Edit").getByLabel("Product").selectOption({ label: "Clay pot · £35.50" });
    await send(
      "Edit",
      "Save the edit",
      "Order #1001 was edited: a line was added. It now comes to £191.00.",
      ["orders/updated"],
    );
    await form("Refund").getByLabel("Clay pot").first().fill("1");
    await form("Refund").getByRole("button", { name: "Refund" }).click();
    await form("Refund").getByRole("alert").getByText("#1001 still waits for money").waitFor();
    expect(await form("Refund").getByLabel("Clay pot").first().inputValue()).toBe("1");
    await send("Pay", "Pay", "Order #1001 was paid; it is now paid.", ["orders/paid"]);
    await form("Refund").getByLabel("Clay pot").first().fill("1");
    await send("Refund", "Refund", "£35.50 given back of order #1001.", ["refunds/create"]);
    await send("Cancel", "Cancel the order", /^Order #1001 was cancelled/, ["orders/cancelled"]);
  });

  it("one at the till counts at once", async () => {
    await open("/orders/new");
    await form("The order").getByLabel("Customer").fill("ada@example.com");
    await form("The order").getByLabel("Where").selectOption("At the till");
    await send("The order", "Place the order", /^Order #1002 was placed at the till/, ["orders/paid"]);
  });
});

describe("the line to the app", () => {
  it("is disturbed on purpose, and says so", async () => {
    await open("/line");
    await form("Disturb the next one").getByRole("combobox", { name: /^What/ }).selectOption("Never sent");
    await form("Disturb the next one")
      .getByRole("combobox", { name: /^Of/ })
      .selectOption("customers/create");
    await send("Disturb the next one", "Arrange it", "The next customers/create will be dropped on purpose.");
    await open("/customers");
    await form("Create a customer").getByLabel("First name").fill("Lost");
    await send("Create a customer", "Create", "Lost is now a customer.");
    await page.getByRole("status").getByText("dropped on purpose").waitFor();
    await open("/line");
    await page.getByText("Nothing is disturbed").waitFor();
  });

  it("takes something of one's own", async () => {
    await open("/line");
    await form("Send something of your own").getByLabel("Topic").selectOption("orders/paid");
    await form("Send something of your own").getByLabel("Body").fill("no JSON at all");
    await send("Send something of your own", "Send", "Your orders/paid was sent.", ["orders/paid"]);
    await open("/deliveries");
    await page
      .getByRole("button", { name: /^Send again\s*: orders\/paid/ })
      .first()
      .click();
    await page
      .getByRole("status")
      .getByText(/answered 200/)
      .first()
      .waitFor();
  });
});

describe("privacy", () => {
  it("data are requested and redacted, and the app is told", async () => {
    await open("/customers?find=ada");
    await page.getByRole("link", { name: "Ada Marsh" }).click();
    await send("Data request", "Request the data", "The data of Ada Marsh was requested.", [
      "customers/data_request",
    ]);
    await open("/customers?find=lost");
    await page.getByRole("link", { name: "Lost" }).click();
    await send("Redact", "Redact", "Lost was redacted.", ["customers/redact"]);
  });
});

describe("uninstalling", () => {
  it("takes the app from the storefront and the admin", async () => {
    await open("");
    await send("Perennial is installed", "Uninstall", /^Perennial was uninstalled from/, ["app/uninstalled"]);
    await page.goto(`${line.shopUrl}/pages/rewards`);
    await page.getByText("This shop has no loyalty programme just now.").waitFor();
    await page.goto(line.admin());
    await page.getByRole("heading", { name: "Install Perennial" }).waitFor();
    await open("/orders/new");
    await form("The order").getByLabel("Customer").fill("ada@example.com");
    await send("The order", "Place the order", /^Order #1003 was placed online/);
    await page.getByRole("status").getByText("Nothing was sent to the app.").waitFor();
  });

  it("and installing again goes on with what there was", async () => {
    await open("");
    await send("Perennial is not installed", "Install again", /^Perennial is installed in/);
    await openInAdmin(page, line.admin("/app/members"), "Members");
    // 35 from before, and as many of the order that was placed meanwhile: the first comparison finds it.
    const before = 70;
    await page.frameLocator("iframe").getByRole("link", { name: "Ada Marsh" }).click();
    const available = async () => {
      await page.reload();
      await shown(page, "Ada Marsh");
      return figure(page, "Available");
    };
    await shown(page, "Ada Marsh");
    await expect.poll(available, { timeout: 30_000, interval: 500 }).toBe(String(before));
    line.perform({
      do: "order.place",
      customer: "ada@example.com",
      lines: [{ title: "Seeds", price: "9.00", quantity: 1 }],
    });
    await line.settled();
    await page.reload();
    await shown(page, "Ada Marsh");
    expect(await figure(page, "Available")).toBe(String(before + 9));
  });
});

describe.each(WIDTHS)("every page of the panel at %d px", (width) => {
  it("can be read by everybody and fits", async () => {
    const visitor = await openPage(browser, width);
    const order = line.running.store
      .collection("perennial-demo.myshopify.com", "order")
      .list({ limit: 1 })[0];
    for (const path of [
      "",
      "/orders",
      "/orders/new",
      `/orders/${order?.id}`,
      "/customers",
      "/products",
      "/deliveries",
      "/line",
      "/state",
      "/actions",
    ]) {
      await visitor.goto(`${line.shopUrl}/sandbox${path}`);
      await expectSound(visitor, `panel ${path.replaceAll("/", " ")}`);
    }
    await visitor.context().close();
  });
});
