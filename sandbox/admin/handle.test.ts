import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { checkIdToken } from "../signing.ts";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import { handleAdmin } from "./handle.ts";

const ROOT = "http://localhost:4000/store/perennial-demo";

let shop: ShopInMemory;

beforeEach(() => {
  shop = new ShopInMemory();
  shop.sandbox.urls = { shopify: "http://127.0.0.1:4000", app: "http://127.0.0.1:4001" };
});

function visit(path: string, init: RequestInit = {}): Promise<Response> {
  return handleAdmin(
    new Request(`${ROOT}${path}`, { headers: { accept: "text/html" }, ...init }),
    shop.sandbox,
  );
}

async function launchOf(response: Response): Promise<URL> {
  const data = /<script type="application\/json" id="stage-data">(.*?)<\/script>/s.exec(
    await response.text(),
  )?.[1];
  return new URL((JSON.parse(data ?? "{}") as { launchUrl: string }).launchUrl);
}

function claimsOf(token: string | null) {
  const { apiKey, apiSecret } = shop.sandbox.options;
  const check = checkIdToken(token ?? "", apiSecret, apiKey);
  if (!check.valid) throw new Error(check.reason);
  return check.claims;
}

describe("the app's page in the admin", () => {
  test("opens the page its own address names, with the app's query and Shopify's beside it", async () => {
    const launch = await launchOf(await visit("/apps/perennial/app/members?page=2"));
    expect(launch.origin + launch.pathname).toBe("http://localhost:4001/app/members");
    expect(launch.searchParams.get("page")).toBe("2");
    expect(launch.searchParams.get("embedded")).toBe("1");
    expect(launch.searchParams.get("shop")).toBe("perennial-demo.myshopify.com");
    expect(Buffer.from(launch.searchParams.get("host") ?? "", "base64").toString()).toBe(
      "admin.shopify.com/store/perennial-demo",
    );
  });

  test("is signed as Shopify signs it, and carries a token for this app and shop that lives a minute", async () => {
    const launch = await launchOf(await visit("/apps/perennial"));
    const { hmac, ...rest } = Object.fromEntries(launch.searchParams);
    const message = Object.keys(rest)
      .sort()
      .map((name) => `${name}=${rest[name]}`)
      .join("&");
    expect(hmac).toBe(createHmac("sha256", shop.sandbox.options.apiSecret).update(message).digest("hex"));
    const claims = claimsOf(rest.id_token ?? null);
    expect(claims.dest).toBe("https://perennial-demo.myshopify.com");
    expect(claims.exp - claims.iat).toBe(60);
  });

  test("stands under the host name the admin was opened under, so that both know each other's origin", async () => {
    const response = await handleAdmin(
      new Request(`http://127.0.0.1:4000/store/perennial-demo/apps/perennial`),
      shop.sandbox,
    );
    expect((await launchOf(response)).origin).toBe("http://127.0.0.1:4001");
  });

  test("a path that names another host does not leave the app", async () => {
    const launch = await launchOf(await visit("/apps/perennial//evil.example/x"));
    expect(launch.origin).toBe("http://localhost:4001");
  });

  test("under the client id leads to the handle, where Shopify's library sends people", async () => {
    const response = await visit(`/apps/${shop.sandbox.options.apiKey}/app?x=1`);
    expect(response.headers.get("location")).toBe("/store/perennial-demo/apps/perennial/app?x=1");
  });

  test("asks for consent while the app is not installed, and installs it", async () => {
    shop.do({ do: "app.uninstall" });
    expect(await (await visit("/apps/perennial")).text()).toContain("Install Perennial");
    const installed = await visit("/apps/perennial", { method: "POST" });
    expect(installed.headers.get("location")).toBe("/store/perennial-demo/apps/perennial");
    expect(shop.sandbox.installation("perennial-demo.myshopify.com")).not.toBeNull();
  });
});

describe("staff", () => {
  test("have their admin in the language they choose, until somebody else signs in", async () => {
    const choose = (chosen: Record<string, string>) =>
      visit("/staff", { method: "POST", body: new URLSearchParams(chosen) });
    const cookie = (await choose({ language: "de" })).headers.getSetCookie().join("; ");
    const german = await launchOf(
      await visit("/apps/perennial", { headers: { accept: "text/html", cookie } }),
    );
    expect(german.searchParams.get("locale")).toBe("de");
    const next = (await choose({ staff: "owner" })).headers.getSetCookie().join("; ");
    const own = await launchOf(
      await visit("/apps/perennial", { headers: { accept: "text/html", cookie: next } }),
    );
    expect(own.searchParams.get("locale")).toBe("en");
  });

  test("who is chosen is who the token names", async () => {
    const chosen = await visit("/staff", {
      method: "POST",
      body: new URLSearchParams({ staff: "support", back: "/store/perennial-demo/orders" }),
    });
    expect(chosen.headers.get("location")).toBe("/store/perennial-demo/orders");
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
    const subject = async (headers: Record<string, string>) => {
      const response = await visit("/frame/id-token", { method: "POST", headers });
      return claimsOf(((await response.json()) as { idToken: string }).idToken).sub;
    };
    expect(await subject({ cookie })).not.toBe(await subject({}));
  });

  test("choosing does not lead to another place than the admin", async () => {
    const body = new URLSearchParams({ staff: "owner", back: "//evil.example" });
    expect((await visit("/staff", { method: "POST", body })).headers.get("location")).toBe(
      "/store/perennial-demo",
    );
  });
});

describe("what the frame asks for the app", () => {
  const ask = async (path: string) => (await visit(`/frame/${path}`)).json() as Promise<unknown>;

  test("no token is made for an app that is not installed", async () => {
    shop.do({ do: "app.uninstall" });
    await expect(visit("/frame/id-token", { method: "POST", headers: {} })).rejects.toThrow("not installed");
  });

  test("the picker finds products by what is typed, and only active ones where the app wants those", async () => {
    shop.do({ do: "product.create", title: "Clay pot", variants: [{ price: "12.00" }] });
    shop.do({ do: "product.create", title: "Clay bowl", status: "draft", variants: [{ price: "9.00" }] });
    shop.do({ do: "product.create", title: "Apron", variants: [{ price: "30.00" }] });
    expect(await ask("resources?type=product&query=clay")).toMatchObject([{ heading: "Clay pot" }]);
    expect(await ask("resources?type=product&query=clay&drafts=1")).toHaveLength(2);
  });

  test("a chosen product comes with the variants that were chosen of it", async () => {
    const { product } = shop.do({
      do: "product.create",
      title: "Overalls",
      options: ["Size"],
      variants: [
        { price: "50.00", options: ["S"] },
        { price: "52.00", options: ["M"] },
      ],
    });
    const ids = `gid://shopify/Product/${product?.id},gid://shopify/ProductVariant/${product?.variants[1]?.id}`;
    expect(await ask(`selection?type=product&ids=${ids}`)).toMatchObject([
      { title: "Overalls", variants: [{ price: "52.00", selectedOptions: [{ value: "M" }] }] },
    ]);
  });

  test("the app learns which of its theme blocks stand in the theme, under their English names", async () => {
    type Block = { handle: string; name: string; status: string; activations: { target: string }[] };
    const [extension] = (await ask("extensions")) as { type: string; activations: Block[] }[];
    expect(extension?.type).toBe("theme_app_extension");
    const badge = extension?.activations.find(({ handle }) => handle === "points-badge");
    expect(badge?.status).toBe("active");
    expect(badge?.name).not.toMatch(/^t:/);
    expect(badge?.activations).toMatchObject([{ target: "template--bar/main/points-badge" }]);
  });
});

describe("the admin's own pages", () => {
  test("show orders, customers and products with their names escaped", async () => {
    shop.do({ do: "customer.create", firstName: "<b>Ada</b>", email: "ada@example.com" });
    const order = shop.place({
      customer: "ada@example.com",
      lines: [{ title: "Card", price: "3.50", quantity: 2 }],
    });
    const orders = await (await visit("/orders")).text();
    expect(orders).toContain(order.name);
    expect(orders).toContain("&lt;b&gt;Ada&lt;/b&gt;");
    expect(await (await visit(`/orders/${order.id}`)).text()).toContain("Card");
    expect(await (await visit("/search?q=ada")).text()).toContain("ada@example.com");
  });

  test("what is not there is said on a page, with 404", async () => {
    const response = await visit("/orders/1");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("There is no order 1");
  });
});
