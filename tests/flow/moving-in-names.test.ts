import { beforeEach, expect, test } from "vitest";
import type { Person } from "../../app/commerce/platform.ts";
import { findNamings } from "../../app/db/persons.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { findNamed } from "../../app/use-cases/person/find-named.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { app, apply, moveIn, preview, shop, startMovingIn } from "../support/moving-in.ts";

startMovingIn();

/** What the store was asked for, call by call. */
let lookedUp: string[][];
/** What happens while it is asked. */
let meanwhile: () => Promise<void>;

const ANNA: Person = {
  ...{ customerId: "101", firstName: "Anna", lastName: "Alm", email: "anna@example.com" },
  ...{ locale: "sv", country: "SE", tags: ["vip"] },
};
const BERT: Person = {
  ...{ customerId: "102", firstName: "Bert", lastName: null, email: "bert@example.com" },
  ...{ locale: "en", country: null, tags: [] },
};

beforeEach(() => {
  lookedUp = [];
  meanwhile = async () => undefined;
  Object.assign(app.services.platform, {
    async customersNow(_domain: string, ids: string[]) {
      lookedUp.push(ids);
      await meanwhile();
      return [ANNA, BERT].filter(({ customerId }) => ids.includes(customerId));
    },
  });
});

const namings = async (ids: string[]) => findNamings(app.db.sql, (await app.requireShop(shop)).id, ids);
const found = async (text: string) => findNamed(app.services, await app.requireShop(shop), text);

test("members that a file brings have their names, and are found by their address at once", async () => {
  await moveIn("email,points\nanna@example.com,5\nbert@example.com,7\n");
  expect(await found("Anna@example.com")).toMatchObject({
    outcome: "found",
    other: { id: "101", firstName: "Anna", lastName: "Alm" },
  });
  const [row] = await app.db.sql.query(
    `SELECT locale, country, tags FROM person WHERE shop_id = $1 AND member_id = 101`,
    [(await app.requireShop(shop)).id],
  );
  expect(row).toEqual({ locale: "sv", country: "SE", tags: ["vip"] });
});

test("so have those whom it names by their customer id", async () => {
  await moveIn("customer_id,points\n102,7\n");
  expect((await namings(["102"])).get("102")).toEqual({
    ...{ firstName: "Bert", lastName: null, email: "bert@example.com" },
  });
});

test("nothing is kept of who did not move in, and the store is not asked for whom it told of", async () => {
  await deliver(app.door, {
    shop,
    topic: "customers/create",
    payload: customer({ id: 101, email: "anna@example.com" }),
  });
  await app.settle(shop);
  const { id } = await preview("email,points\nanna@example.com,5\nbert@example.com,7\n");
  expect((await namings(["102"])).size).toBe(0);
  await apply(id);
  expect(lookedUp).toEqual([["102"]]);
});

test("who is erased while the store is asked leaves nothing", async () => {
  const { id: shopId } = await app.requireShop(shop);
  const row = await app.requireShop(shop);
  const { id } = await preview("email,points\nanna@example.com,5\nbert@example.com,7\n");
  meanwhile = () =>
    app.db.inShop(shopId, (tx) =>
      eraseCustomer(tx, { shop: row, customerId: "101", orderIds: [], now: app.clock.now }),
    );
  await apply(id);
  expect([...(await namings(["101", "102"])).keys()]).toEqual(["102"]);
});
