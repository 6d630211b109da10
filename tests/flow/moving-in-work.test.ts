import { describe, expect, test } from "vitest";
import { backtestShop } from "../../app/use-cases/backtest/backtest-shop.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { applyImport } from "../../app/use-cases/moving-in/change-import.ts";
import { undoImport } from "../../app/use-cases/moving-in/undo-import.ts";
import { verified } from "../support/perennial.ts";
import { app, shop, startMovingIn, run, preview, sql, moveIn, figures, THREE } from "../support/moving-in.ts";

startMovingIn();

describe("the work on a file", () => {
  const waiting = async () =>
    (
      await sql<{ id: string }>(
        `SELECT data->>'importId' AS id FROM pgboss.job
         WHERE name = 'import-members' AND state = 'created' AND (data->>'shopId')::int = $1 ORDER BY 1`,
      )
    ).map(({ id }) => id);
  const forgetJobs = () => sql(`DELETE FROM pgboss.job WHERE name = 'import-members' AND $1 > 0`);

  test("waits beside that on another of the same shop", async () => {
    const first = await preview("email,points\nanna@example.com,120\n");
    const second = await preview("email,points\nbert@example.com,130\n");
    expect(await waiting()).toEqual([first.id, second.id].sort());
  });

  test("is taken up again where its job is gone, until it is done", async () => {
    const { id } = await preview(THREE);
    await applyImport(app.services, await app.requireShop(shop), id);
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([id]);
    await run(id);
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([]);
  });

  test("rests while the app is uninstalled, and goes on when it is back", async () => {
    const { id } = await preview(THREE);
    await applyImport(app.services, await app.requireShop(shop), id);
    await sql(`UPDATE shop SET uninstalled_at = now() WHERE id = $1`);
    expect((await run(id)).state).toBe("applying");
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([]);
    await app.install(shop);
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([id]);
    expect((await run(id)).state).toBe("applied");
  });
});

describe("taking an import back", () => {
  const undo = async (id: string) => undoImport(app.services, await app.requireShop(shop), id);

  test("leaves the books as if it had never been, but for the two entries", async () => {
    const { id } = await moveIn(THREE);
    expect(await undo(id)).toEqual({ outcome: "undoing" });
    expect((await run(id)).state).toBe("undone");
    expect(await figures("101")).toMatchObject({ available: 0n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("is refused once somebody has used a point of it", async () => {
    const { id } = await moveIn("email,points\nanna@example.com,600\nbert@example.com,5\n");
    const row = await app.requireShop(shop);
    await handleEvent(app.services, row, {
      actor: "shopper",
      eventId: "r",
      event: { kind: "redeem", redemptionId: "R1", customerId: "101", rewardId: "five-off", code: "CODE" },
    });
    expect(await undo(id)).toEqual({ outcome: "used", members: 1 });
    expect(await figures("102")).toMatchObject({ available: 5n });
  });

  test("makes room for the same file once more", async () => {
    const { id } = await moveIn(THREE);
    await undo(id);
    await run(id);
    const again = await moveIn(THREE);
    expect(again.id).toBe(`${id}-2`);
    expect(await figures("101")).toMatchObject({ available: 120n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("takes history away with it", async () => {
    const { id } = await moveIn(
      "customer_id,points_amount,external_note,applied_at\n101,200,Order,2025-03-01\n",
    );
    await undo(id);
    await run(id);
    expect(await sql(`SELECT 1 FROM imported_entry WHERE shop_id = $1`)).toEqual([]);
  });
});

test("what was moved in and taken back, played again, ends at the ledger", async () => {
  const { id } = await moveIn(THREE, { tiers: { Gold: "silver" } });
  await moveIn("email,points\ncleo@example.com,70\n");
  await undoImport(app.services, await app.requireShop(shop), id);
  await run(id);
  const told = await backtestShop(app.services, await app.requireShop(shop), { draft: null });
  expect(told?.ledger).toMatchObject({ equal: true, members: 3, differences: [] });
  expect(await figures("103")).toMatchObject({ available: 70n });
});
