import { describe, expect, test } from "vitest";
import {
  admitted,
  argsFor,
  LI,
  logOf,
  MARTA,
  routeOf,
  SAM,
  startStaffed,
  type Asked,
} from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support", [MARTA]: "manager" });

describe("files of reports", () => {
  const file = async (staff: string, route: string, asked: Asked) => {
    const answer = (await (await routeOf(route)).loader?.(argsFor(staff, asked))) as Response;
    return { status: answer.status, text: await answer.text() };
  };
  const numbers = (staff: string, section: string, report: string) =>
    file(staff, "app_.analytics-files.$section.tsx", {
      params: { section },
      path: `/app/analytics-files/${section}?report=${report}&range=all`,
    });

  test("are anybody's who may look at the report, and what is for accounting is noted", async () => {
    expect(await numbers(LI, "points-flow", "points")).toMatchObject({ status: 200 });
    expect(await logOf(LI)).toEqual([]);
    const { status, text } = await numbers(LI, "entries", "journal");
    expect(status).toBe(200);
    expect(text).toMatch(/^date,entry,account,/);
    expect(await logOf(LI)).toMatchObject([{ action: "journal.exported", detail: { file: "entries.csv" } }]);
  });

  test("name people only to those who may download their data, and that is noted", async () => {
    const path = "/app/analytics-rows-file?of=members&report=members&range=all";
    expect(await file(SAM, "app_.analytics-rows-file.tsx", { path })).toMatchObject({ status: 403 });
    const { status, text } = await file(MARTA, "app_.analytics-rows-file.tsx", { path });
    expect(status).toBe(200);
    expect(text).toContain("customer_id,first_name,last_name,email,joined");
    expect((await logOf(MARTA)).at(-1)).toMatchObject({ action: "figure-rows.exported" });
    const looked = await file(MARTA, "app_.analytics-rows-file.tsx", { path: "/app/analytics-rows-file" });
    expect(looked.status).toBe(404);
  });

  test("are of a saved segment once it is counted, and never of all members instead", async () => {
    const id = "00000000-0000-4000-8000-00000000000a";
    const download = () => {
      const path = `/app/analytics-rows-file?of=members&report=members&range=all&segment=saved:${id}`;
      return file(MARTA, "app_.analytics-rows-file.tsx", { path });
    };
    expect(await download()).toMatchObject({ status: 404, text: "" });
    const { services, shop } = await admitted(MARTA);
    await services.db.sql.query(
      `INSERT INTO segment (shop_id, id, handle, name, definition, revision, made_at, made_by, saved_at, saved_by)
       VALUES ($1, $2, 'came-back', 'Came back', '{}', 1, now(), '1', now(), '1')`,
      [shop.id, id],
    );
    const early = await download();
    expect(early.status).toBe(409);
    expect(early.text).toContain("Dieses Segment wird zusammengezählt");
  });
});
