import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appNamespace } from "../graphql/app-identity.ts";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { newSession, sessionCookie, sessionKey } from "../storefront/session.ts";
import type { Placed, ShopperState } from "./protocol.ts";

const PROFILE = "customer-account.profile.block.render";

let running: RunningSandbox;
let shop: string;
let ada: string;

/** Who asks: a customer by id, or a guest. */
type Who = string | null;
const GUEST = null;

beforeAll(async () => {
  running = await startSandbox({
    port: 0,
    appPort: null,
    data: ":memory:",
    extensions: fileURLToPath(new URL("./testing/extensions", import.meta.url)),
  });
  const { sandbox } = running;
  shop = sandbox.defaultShop().domain;
  ada = sandbox.perform(shop, { do: "customer.create", email: "ada@example.com", firstName: "Ada" }).id;
  for (const key of ["summary", "secret"]) keepMetafield(key, '{"v":2,"balance":240}');
});
afterAll(() => running.close());

function keepMetafield(key: string, value: string): void {
  const { sandbox } = running;
  const namespace = appNamespace(sandbox);
  sandbox.store.collection(shop, "metafield").put({
    id: `CUSTOMER/${ada}/${namespace}/${key}`,
    number: "1",
    ownerType: "CUSTOMER",
    ownerId: ada,
    namespace,
    key,
    type: "json",
    value,
    compareDigest: "1",
    createdAt: sandbox.now(),
    updatedAt: sandbox.now(),
  });
}

function get(who: Who, path: string, body?: object): Promise<Response> {
  const { urls, sandbox } = running;
  const cookie =
    sessionCookie({ ...newSession(), customer: who }, sessionKey(sandbox.store)).split(";")[0] ?? "";
  const sent = body ? { method: "POST", body: JSON.stringify(body) } : {};
  return fetch(`${urls.shopify}${path}`, { ...sent, headers: { cookie } });
}

async function places(who: Who, target: string, more = ""): Promise<Placed[]> {
  const response = await get(who, `/extensions/places?target=${target}&path=/${more}`);
  return (await response.json()) as Placed[];
}

const stateOf = (placed: Placed | undefined) => placed?.state as ShopperState;

describe("a place on a page", () => {
  it("has the extensions of its target, and no others", async () => {
    expect((await places(ada, PROFILE)).map(({ handle }) => handle)).toEqual(["example"]);
    expect(await places(ada, "customer-account.order-status.block.render")).toEqual([]);
  });

  it("tells who is signed in, and nothing of a guest", async () => {
    const [placed] = await places(ada, PROFILE);
    expect(stateOf(placed).customer).toMatchObject({ id: `gid://shopify/Customer/${ada}`, firstName: "Ada" });
    const [forGuest] = await places(GUEST, PROFILE);
    expect(stateOf(forGuest)).toMatchObject({ customer: null, metafields: [] });
  });

  it("hands over the metafields that the toml asks for alone", async () => {
    const [placed] = await places(ada, PROFILE);
    expect(stateOf(placed).metafields.map(({ metafield }) => metafield)).toMatchObject([
      { namespace: "$app", key: "summary", value: '{"v":2,"balance":240}' },
    ]);
  });

  it("speaks the buyer's language, with the default's words where its own are missing", async () => {
    const [german] = await places(GUEST, PROFILE, "&locale=de");
    expect(german).toMatchObject({
      language: "de",
      texts: { title: "Ein Beispiel", presses: { one: "Pressed {{count}} time" } },
    });
    const [arabic] = await places(GUEST, PROFILE, "&locale=ar");
    expect(arabic).toMatchObject({ language: "en", texts: { title: "An example" } });
    expect(stateOf(arabic).place).toMatchObject({ language: "ar", direction: "rtl" });
    expect([german?.name, arabic?.name]).toEqual(["Beispiel", "Example"]);
  });

  it("is empty once the app is uninstalled", async () => {
    running.sandbox.perform(shop, { do: "app.uninstall" });
    expect(await places(ada, PROFILE)).toEqual([]);
    running.sandbox.perform(shop, { do: "app.install" });
  });
});

describe("a frame", () => {
  it("has no origin, and reaches nobody without network_access", async () => {
    const response = await get(GUEST, "/extensions/frame/example");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("sandbox allow-scripts;");
    expect(policy).not.toContain("allow-same-origin");
    expect(policy).toContain("connect-src 'none'");
  });

  it("is given one script with every target of the extension", async () => {
    const text = await (await get(GUEST, "/extensions/script/example")).text();
    expect(text).toContain('shopify.extend("customer-account.profile.block.render"');
    expect(text).toContain('shopify.extend("purchase.thank-you.block.render"');
  });

  it("of an extension there is not is refused by its name", async () => {
    const response = await get(GUEST, "/extensions/frame/none");
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: 'The app has no UI extension "none".' },
    ]);
  });
});

describe("a session token", () => {
  async function claimsOf(who: Who) {
    const response = await get(who, "/extensions/call/token", {});
    const { token } = (await response.json()) as { token: string };
    const [head = "", body = "", signature] = token.split(".");
    const made = createHmac("sha256", running.sandbox.options.apiSecret)
      .update(`${head}.${body}`)
      .digest("base64url");
    expect(signature).toBe(made);
    return JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
  }

  it("is signed with the app's secret and names shop, app and customer", async () => {
    expect(await claimsOf(ada)).toMatchObject({
      dest: shop,
      aud: running.sandbox.options.apiKey,
      sub: `gid://shopify/Customer/${ada}`,
    });
  });

  it("names nobody where nobody is signed in", async () => {
    expect(await claimsOf(GUEST)).not.toHaveProperty("sub");
  });
});

describe("the Customer Account API", () => {
  async function ask(who: Who, query: string) {
    const response = await get(who, "/extensions/customer-account-api", { query });
    const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    return { status: response.status, ...answer };
  }

  it("hands out a metafield whose definition lets customer accounts read it", async () => {
    const query = `{ customer { summary: metafield(namespace: "$app", key: "summary") { value namespace } secret: metafield(namespace: "$app", key: "secret") { value } } }`;
    expect((await ask(ada, query)).data).toEqual({
      customer: {
        summary: { value: '{"v":2,"balance":240}', namespace: appNamespace(running.sandbox) },
        secret: null,
      },
    });
  });

  it("refuses guests, and says what it does not play", async () => {
    expect((await ask(GUEST, "{ customer { id } }")).status).toBe(401);
    expect((await ask(ada, "{ customer { orders { nodes { id } } } }")).errors?.[0]?.message).toContain(
      "not in the sandbox",
    );
  });
});
