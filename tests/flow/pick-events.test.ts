import { beforeAll, describe, expect, test } from "vitest";
import { pickId } from "../../app/db/pick-ids.ts";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { pixelDoor, SENT_FROM, type PixelDoor } from "../../app/pixel.server.ts";
import { startPixel } from "../../app/use-cases/picks/start-pixel.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import {
  app,
  counted,
  hear,
  id,
  member,
  OTHER,
  perform,
  shop,
  shopper,
  startPicks,
  store,
} from "../support/shop-with-picks.ts";

startPicks();

let pixel: PixelDoor;
beforeAll(() => {
  pixel = pixelDoor(app.services);
});

function tells(
  from: string,
  events: object[],
  { domain = store.shop, browser = "", door = pixel } = {},
): Promise<Response> {
  const body = JSON.stringify({ shop: domain, events });
  const headers = { "content-length": String(body.length), "user-agent": browser, [SENT_FROM]: from };
  return door(new Request("http://localhost/pixel", { method: "POST", headers, body }));
}

describe("what comes back", () => {
  const beside = () => pickId(shop, { list: "beside", sourceId: id("fern"), productId: id("mister") });

  test("counts a visitor once a day for each recommendation", async () => {
    for (const from of ["192.0.2.1", "192.0.2.1", "192.0.2.2"])
      expect((await tells(from, [{ event: "shown", pick: beside() }])).status).toBe(204);
    await tells("192.0.2.1", [{ event: "clicked", pick: beside() }]);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1, bought: 0 });
  });

  test("forgets by itself on the next day who was counted, and keeps the counts", async () => {
    app.clock.now += DAY;
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).toContain(shop.id);
    await forgetOld(app.services, shop.id);
    app.clock.now -= DAY;
    expect(await app.db.sql.query(`SELECT FROM pick_visit WHERE shop_id = $1`, [shop.id])).toEqual([]);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1 });
  });

  test("counts nothing that the shop never recommended, however it is written", async () => {
    const forged = beside().replace(/.{10}$/, "aaaaaaaaaa");
    await tells("192.0.2.3", [{ event: "shown", pick: forged }]);
    expect((await tells("192.0.2.3", [{ event: "bought", pick: beside() }])).status).toBe(422);
    expect((await tells("192.0.2.3", [{ event: "shown", pick: "x".repeat(9_000) }])).status).toBe(413);
    expect(
      (await tells("192.0.2.3", [{ event: "shown", pick: beside() }], { domain: "other.myshopify.com" }))
        .status,
    ).toBe(204);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1 });
  });

  test("listens to one sender only so often", async () => {
    const sent = Array.from({ length: 61 }, () => tells("192.0.2.4", [{ event: "shown", pick: "x" }]));
    expect((await Promise.all(sent)).map(({ status }) => status)).toContain(429);
  });

  test("counts no crowd that one sender invents by naming browsers, nor by addresses of one network", async () => {
    const pick = pickId(shop, { list: "beside", sourceId: id("fern"), productId: id("soil") });
    const shown = [{ event: "shown", pick }];
    const network = "2001:db8:0:7";
    for (const end of ["1", "2"]) await tells(`${network}::${end}`, shown, { browser: "A" });
    expect(await counted("soil")).toMatchObject({ shown: 1 });
    await tells(`${network}::1`, shown, { browser: "B" });
    expect(await counted("soil")).toMatchObject({ shown: 2 });
    await app.db.sql.query(
      `INSERT INTO pick_visit (shop_id, day, visitor, event, pick, sender)
       SELECT shop_id, day, 'browser ' || n, event, pick, sender FROM generate_series(1, 2000) AS n,
         (SELECT * FROM pick_visit WHERE shop_id = $1 AND pick = $2 LIMIT 1) AS sent`,
      [shop.id, pick.split(".").slice(0, 3).join(".")],
    );
    await tells(`${network}::1`, shown, { browser: "C" });
    expect(await counted("soil")).toMatchObject({ shown: 2 });
    await tells("192.0.2.9", shown, { browser: "C" });
    expect(await counted("soil")).toMatchObject({ shown: 3 });
  });

  test("listens to no shop so often that another is not heard", async () => {
    const door = pixelDoor(app.services, { ofAShop: 1 });
    const told = [{ event: "shown", pick: "x" }];
    for (const status of [204, 429]) expect((await tells("192.0.2.10", told, { door })).status).toBe(status);
    expect((await tells("192.0.2.11", told, { domain: OTHER, door })).status).toBe(204);
  });

  test("knows what was bought from the orders, also of guests, and believes no property on another product", async () => {
    const variantOf = (handle: string) =>
      store.api.running.sandbox.store.collection(store.shop, "product").find(id(handle))?.variants[0]?.id ??
      "";
    const properties = [{ name: "_perennial", value: beside() }];
    const line = (handle: string) => ({ variant: variantOf(handle), quantity: 1, properties });
    perform({ do: "order.place", customer: member, lines: [line("mister"), line("soil")] });
    perform({ do: "order.place", lines: [line("mister")] });
    await hear();
    expect(await counted("mister")).toMatchObject({ bought: 2 });
    expect(await counted("soil")).toMatchObject({ bought: 0 });
  });

  test("is asked for at the installation, and again without a second pixel", async () => {
    for (const address of ["https://old.example", "https://new.example"])
      await startPixel(app.services, shop, address);
    const pixels = store.api.running.sandbox.store.collection(store.shop, "webPixel").list();
    expect(pixels.map(({ settings }) => settings)).toEqual([
      { address: "https://new.example/pixel", shop: store.shop },
    ]);
    expect((await shopper().get("/")).text).not.toContain("web-pixel.js");
    expect((await shopper().get("/?analytics=on")).text).toContain("web-pixel.js");
  });
});
