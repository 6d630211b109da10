import { describe, expect, test } from "vitest";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { applyImport } from "../../app/use-cases/moving-in/change-import.ts";
import { showImport } from "../../app/use-cases/moving-in/show-import.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { showMember } from "../../app/use-cases/show-member.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge } from "../support/payloads.ts";
import { verified } from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";
import {
  app,
  shop,
  customers,
  startMovingIn,
  nextShop,
  read,
  preview,
  apply,
  sql,
  moveIn,
  figures,
  THREE,
} from "../support/moving-in.ts";

startMovingIn();

describe("people", () => {
  const TRACES = ["zoe@quince.example", "Annabella", "880000000101"];

  test("are forgotten by the file as soon as they are in the books", async () => {
    customers.set("zoe@quince.example", "880000000102");
    await moveIn("Name,Email,Points\nZoelinda,zoe@quince.example,5\n");
    expect(await searchEverywhere(app.db, ["zoe@quince.example", "Zoelinda"])).toEqual([]);
  });

  test("are forgotten 30 days later where their row was refused, or the file never moved in", async () => {
    customers.set("zoe@quince.example", "880000000102");
    await moveIn("email,points\nzoe@quince.example,many\nanna@example.com,5\n");
    await preview("email,points\nzoe@quince.example,7\n");
    app.clock.now += 29 * 86_400_000;
    await enqueueLeftovers(app.services);
    expect(await searchEverywhere(app.db, ["zoe@quince.example"])).not.toEqual([]);
    app.clock.now += 2 * 86_400_000;
    await enqueueLeftovers(app.services);
    expect(await searchEverywhere(app.db, ["zoe@quince.example"])).toEqual([]);
  });

  test("who are erased leave no trace in imports, whatever became of their rows", async () => {
    customers.set("zoe@quince.example", "880000000101");
    await deliver(app.door, {
      shop,
      topic: "customers/create",
      payload: customer({ id: 880000000101, email: "zoe@quince.example" }),
    });
    await app.settle(shop);
    await moveIn("email,points,referral_code,birthday\nzoe@quince.example,5,ANNABELLA-7,05-27\n");
    await moveIn(
      "customer_id,points_amount,external_note,applied_at\n880000000101,2,For Annabella,2025-03-01\n",
    );
    await preview("Name,Email,Points\nAnnabella,zoe@quince.example,many\n");
    await preview("Name,Email,Points\nAnnabella,zoe@quince.example,6\n", { again: true });
    await read("Name,Customer ID,Points\nAnnabella,gid://shopify/Customer/880000000101,7\n");
    await deliver(app.door, {
      shop,
      topic: "customers/redact",
      payload: { customer: { id: 880000000101 }, orders_to_redact: [] },
    });
    await app.settle(shop);
    expect(await searchEverywhere(app.db, [...TRACES, "annabella"])).toEqual([]);
    expect(
      await sql(`SELECT 1 FROM member WHERE shop_id = $1 AND jsonb_typeof(record->'birthday') = 'object'`),
    ).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("who were erased do not come back by a file", async () => {
    await deliver(app.door, {
      shop,
      topic: "customers/redact",
      payload: { customer: { id: 101 }, orders_to_redact: [] },
    });
    await app.settle(shop);
    const shown = await preview("email,points\nanna@example.com,5\n");
    expect(shown.preview).toMatchObject({ accepted: 0, refused: 1 });
    expect(shown.preview?.faults[0]?.problem).toMatch(/erased/);
  });

  test("who were merged meanwhile have it where they are now", async () => {
    const shown = await preview("email,points\nanna@example.com,5\n");
    await deliver(app.door, { shop, topic: "customers/merge", payload: merge(102, 101) });
    await app.settle(shop);
    await apply(shown.id);
    expect(await figures("102")).toMatchObject({ available: 5n });
  });
});

test("another shop's import is nobody's here", async () => {
  const { id } = await preview(THREE);
  await nextShop();
  expect(await showImport(app.services, await app.requireShop(shop), id)).toBeNull();
  expect(await applyImport(app.services, await app.requireShop(shop), id)).toEqual({ outcome: "too-late" });
});

test("the member's page shows history below the line, also of whoever was merged into them", async () => {
  await moveIn(
    "customer_id,points_amount,external_note,applied_at\n101,200,Order #7,2025-03-01\n102,-50,Redeemed,2025-04-01\n",
  );
  for (const id of [101, 102])
    await deliver(app.door, { shop, topic: "customers/create", payload: customer(id) });
  await deliver(app.door, { shop, topic: "customers/merge", payload: merge(102, 101) });
  await app.settle(shop);
  const row = await app.requireShop(shop);
  const page = await showMember(app.services, row, "102");
  if (page.outcome !== "found") throw new Error(page.outcome);
  const asked = readTimelineQuery("102", new URLSearchParams("show=moves"));
  const { entries } = await showTimeline(app.services, row, { ...asked, ...page.view.member });
  expect(entries.filter(({ of }) => of === "before")).toMatchObject([
    { points: "-50", reason: "Redeemed" },
    { points: "200", reason: "Order #7" },
  ]);
  expect(page.view.figures.available).toBe("0");
});
