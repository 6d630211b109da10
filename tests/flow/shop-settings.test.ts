import { describe, expect, test } from "vitest";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import {
  act,
  adjust,
  logOf,
  MARTA,
  OLIVE,
  perennial,
  SAM,
  shopId,
  startStaffed,
  tell,
} from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support", [MARTA]: "manager" });

describe("settings", () => {
  const FORM = {
    ...{ defaultRole: "read-only", supportEach: "500", supportDay: "2000", managerEach: "", managerDay: "" },
    ...{ liabilityLimit: "", revision: "0" },
  };
  const save = (staff: string, changes: Record<string, string>) =>
    act("app.settings._index", staff, { form: { ...FORM, ...changes } });

  test("a manager saves what warns, and not what limits them", async () => {
    expect(await save(MARTA, { liabilityLimit: "250.00" })).toMatchObject({
      data: { outcome: "saved", revision: 1 },
    });
    const theirs: Record<string, string>[] = [
      { supportEach: "" },
      { managerDay: "9" },
      { defaultRole: "manager" },
    ];
    for (const changes of theirs)
      expect(await save(MARTA, { liabilityLimit: "250.00", revision: "1", ...changes })).toMatchObject({
        data: { outcome: "not-allowed", permission: "staff.manage" },
      });
  });

  test("of a stale tab overwrite nothing, and say whose they would have been", async () => {
    const stale = { liabilityLimit: "99", revision: "0" };
    expect(await save(OLIVE, stale)).toMatchObject({ data: { outcome: "overtaken", savedBy: MARTA } });
    expect(await save(OLIVE, { ...stale, revision: "1" })).toMatchObject({ data: { revision: 2 } });
    expect(await save(OLIVE, { ...stale, revision: "1" })).toMatchObject({
      data: { outcome: "saved", revision: 2 },
    });
    const lines = (await logOf(OLIVE)).filter(({ action }) => action === "settings.saved");
    expect(lines).toMatchObject([{ detail: { changed: "liabilityLimit" } }]);
  });

  test("that make no sense are told by field", async () => {
    expect(await save(OLIVE, { supportDay: "lots", revision: "2" })).toMatchObject({
      data: { outcome: "refused", faults: ["supportDay"] },
    });
  });
});

describe("what is older than a shop keeps it", () => {
  test("is forgotten: files that were collected, and the log where the merchant says so", async () => {
    const { services } = perennial;
    const payload = { data_request: { id: 5 }, customer: { id: 70 }, orders_requested: [] };
    await tell("customers/data_request", payload);
    await adjust(SAM, "5");
    const keep = { requests: "90", deadLetters: "", activity: "365", revision: "2" };
    expect(await act("app.privacy", MARTA, { form: keep })).toMatchObject({ data: { outcome: "saved" } });
    const requests = () => services.db.sql.query(`SELECT id FROM data_request WHERE shop_id = $1`, [shopId]);
    const later = (days: number) => ({ ...services, clock: () => Date.now() + days * DAY });
    await forgetOld(later(89), shopId);
    expect(await requests()).toHaveLength(1);
    await forgetOld(later(91), shopId);
    expect(await requests()).toEqual([]);
    expect(await logOf(SAM)).not.toEqual([]);
    expect(await listShopsToForgetFor(services.db.sql, later(366).clock(), FIRST_SETTINGS.keep)).toContain(
      shopId,
    );
    await forgetOld(later(366), shopId);
    expect(await logOf(SAM)).toEqual([]);
  });
});
