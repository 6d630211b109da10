import { describe, expect, test } from "vitest";
import { runLedgerCheck } from "../../app/use-cases/operations/run-ledger-check.ts";
import type { OperationsView } from "../../app/use-cases/operations/show-operations.ts";
import {
  act,
  argsFor,
  LI,
  MARTA,
  OLIVE,
  perennial,
  routeOf,
  shopId,
  startStaffed,
} from "../support/staffed-shop.ts";

startStaffed({ [MARTA]: "manager" });

describe("one click", () => {
  test("has the ledger verified, once at a time, and says what was found", async () => {
    expect(await act("app.operations", MARTA, {})).toMatchObject({ data: { begun: true } });
    expect(await act("app.operations", OLIVE, {})).toMatchObject({ data: { begun: false } });
    const { loader } = await routeOf("app.operations/route.tsx");
    expect(await loader?.(argsFor(LI))).toMatchObject({
      ledger: { check: { askedBy: MARTA, finishedAt: null }, askedByName: "Marta Vogel" },
    });
    await runLedgerCheck(perennial.services, shopId);
    const view = (await loader?.(argsFor(LI))) as OperationsView;
    expect(view.ledger.check).toMatchObject({ fault: null, finishedAt: expect.any(Number) });
    expect(view.ledger.check?.head).toMatch(/^[0-9a-f]{64}$/);
    expect(view.ledger.last).toMatchObject({ fault: null, transactions: view.ledger.check?.transactions });
    expect(view.line).toMatchObject({ waiting: 0, dead: 0, days: [{ received: 1, done: 1 }] });
  });

  test("names the first fault where somebody changed the database", async () => {
    const { sql } = perennial.services.db;
    await sql.query(`UPDATE member SET available = available + 1 WHERE shop_id = $1 AND id = 70`, [shopId]);
    await act("app.operations", OLIVE, {});
    await runLedgerCheck(perennial.services, shopId);
    await sql.query(`UPDATE member SET available = available - 1 WHERE shop_id = $1 AND id = 70`, [shopId]);
    const { loader } = await routeOf("app.operations/route.tsx");
    const { ledger } = (await loader?.(argsFor(OLIVE))) as OperationsView;
    expect(ledger.check).toMatchObject({ transactions: null, head: null });
    expect(ledger.check?.fault).toContain("member 70");
  });
});
