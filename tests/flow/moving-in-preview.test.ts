import { describe, expect, test } from "vitest";
import type { ImportState } from "../../app/db/member-imports.ts";
import { checkImport, discardImport, tuneImport } from "../../app/use-cases/moving-in/change-import.ts";
import type { ImportSettings } from "../../app/use-cases/moving-in/import-settings.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import {
  app,
  shop,
  asked,
  startMovingIn,
  read,
  run,
  view,
  preview,
  apply,
  sql,
  moveIn,
  THREE,
} from "../support/moving-in.ts";

startMovingIn();

describe("a preview", () => {
  test("says what would happen, and writes nothing into the books", async () => {
    const shown = await preview(THREE, { tiers: { Gold: "silver" } });
    expect(shown.state).toBe("checked");
    expect(shown.settings).toMatchObject({ source: "smile", kind: "members" });
    expect(shown.preview).toMatchObject({
      members: 2,
      newMembers: 2,
      points: "200",
      liability: "2.00",
      accepted: 2,
      refused: 1,
      rounded: 1,
      birthdays: 1,
      tiers: [{ tier: "Gold", members: 1, level: "silver" }],
      levels: ["silver"],
    });
    expect(shown.preview?.faults).toMatchObject([
      { column: "Email", problem: "is no customer of your store", rows: 1, first: 4 },
    ]);
    expect(await sql(`SELECT 1 FROM ledger_transaction WHERE shop_id = $1`)).toEqual([]);
    expect(await sql(`SELECT 1 FROM member WHERE shop_id = $1`)).toEqual([]);
  });

  test("takes a tier for the level of the same name, until somebody says otherwise", async () => {
    const text = "email,points,tier\nanna@example.com,5,SILVER\nbert@example.com,5,Platinum\n";
    const shown = await preview(text);
    expect(shown.preview?.tiers).toEqual([
      { tier: "Platinum", members: 1, level: null },
      { tier: "SILVER", members: 1, level: "silver" },
    ]);
    await apply(shown.id);
    expect(await sql(`SELECT id, level FROM member WHERE shop_id = $1 ORDER BY id`)).toEqual([
      { id: 101n, level: "silver" },
      { id: 102n, level: "bronze" },
    ]);
  });

  test("by another mapping looks at every row anew", async () => {
    const shown = await preview("Email,Points,Other points\nanna@example.com,5,7\n");
    expect(shown.preview?.points).toBe("5");
    const { settings, id } = shown;
    if (settings === null) throw new Error("no settings");
    await checkImport(app.services, await app.requireShop(shop), {
      id,
      settings: { ...settings, mapping: { email: 0, points: 2 } },
    });
    expect((await run(id)).preview?.points).toBe("7");
  });

  test("asks the store only for whom we do not know, many at once", async () => {
    await deliver(app.door, {
      shop,
      topic: "customers/create",
      payload: customer({ id: 101, email: "Anna@example.com" }),
    });
    await app.settle(shop);
    await preview(THREE);
    expect(asked).toEqual([["bert@example.com", "nobody@example.com"]]);
  });

  test("waits for a store that does not answer, and goes on where it stood", async () => {
    app.store.silent.add(shop);
    const file = await read(THREE);
    if (file.outcome !== "read") throw new Error(file.outcome);
    const { settings } = await view(file.id);
    if (settings === null) throw new Error("no settings");
    await checkImport(app.services, await app.requireShop(shop), { id: file.id, settings });
    await expect(run(file.id)).rejects.toThrow(/did not answer/);
    app.store.silent.delete(shop);
    expect((await run(file.id)).preview?.accepted).toBe(2);
  });

  test.each<[Partial<ImportSettings>, object[]]>([
    [{ mapping: { points: 2 } }, [{ fault: "no-customer" }]],
    [{ mapping: { email: 1 } }, [{ fault: "no-points" }]],
    [{ mapping: { email: 1, points: 1 } }, [{ fault: "column-twice", heading: "Email" }]],
    [{ mapping: { email: 1, points: 77 } }, [{ fault: "no-column", field: "points" }]],
    [{ kind: "history", mapping: { email: 1, historyPoints: 2 } }, [{ fault: "no-date" }]],
  ])("refuses the mapping %j", async (changes, faults) => {
    const file = await read(THREE);
    if (file.outcome !== "read") throw new Error(file.outcome);
    const { settings } = await view(file.id);
    if (settings === null) throw new Error("no settings");
    const row = await app.requireShop(shop);
    expect(
      await checkImport(app.services, row, { id: file.id, settings: { ...settings, ...changes } }),
    ).toEqual({
      outcome: "refused",
      faults,
    });
  });
});

describe("a file that cannot be taken in", () => {
  test("is refused with what to do, and leaves nothing behind", async () => {
    expect(await read("")).toMatchObject({
      outcome: "refused",
      why: expect.stringMatching(/empty/) as string,
    });
    expect(await read("email,points\n")).toMatchObject({ outcome: "refused" });
    expect(await sql(`SELECT 1 FROM member_import WHERE shop_id = $1`)).toEqual([]);
  });

  test("of which nothing was moved is discarded", async () => {
    const { id } = await preview(THREE);
    expect(await discardImport(app.services, await app.requireShop(shop), id)).toEqual({
      outcome: "discarded",
    });
    expect(await sql(`SELECT 1 FROM import_row WHERE shop_id = $1`)).toEqual([]);
  });

  test.each<ImportState>(["applied"])("that is %s is not", async () => {
    const { id } = await moveIn(THREE);
    expect(await discardImport(app.services, await app.requireShop(shop), id)).toEqual({
      outcome: "too-late",
    });
    const { settings } = await view(id);
    if (settings === null) throw new Error("no settings");
    expect(await tuneImport(app.services, await app.requireShop(shop), { id, settings })).toBe(false);
  });
});
