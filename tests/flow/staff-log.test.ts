import { beforeAll, describe, expect, test } from "vitest";
import { listActivity, readActivityQuery } from "../../app/use-cases/staff/list-activity.ts";
import {
  adjust,
  argsFor,
  ELSEWHERE,
  logOf,
  OLIVE,
  perennial,
  routeOf,
  SAM,
  startStaffed,
  tell,
  theShop,
} from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support" });

beforeAll(async () => {
  for (const points of ["1", "2", "3", "4"]) await adjust(SAM, points);
});

describe("the log", () => {
  test("names people, is filtered and read in pages, and belongs to its shop alone", async () => {
    const shop = await theShop();
    const look = (address: string) =>
      listActivity(perennial.services, shop, readActivityQuery(new URLSearchParams(address)), "en");
    const all = await look("");
    expect(all.names[SAM]).toBe("Sam Porter");
    expect(all.members["70"]).toMatchObject({ firstName: "Annabella" });
    const points = await look(`staff=${SAM}&group=points`);
    expect(new Set(points.rows.map(({ action }) => action))).toEqual(new Set(["points.adjusted"]));
    expect((await look("to=2020-01-01")).rows).toEqual([]);
    expect((await look("from=2020-02-30&group=nonsense")).rows).toHaveLength(all.rows.length);
    const second = await look(`after=${all.rows[1]?.id}`);
    expect(second.rows[0]?.id).toBe(all.rows[2]?.id);
    expect((await look(`before=${all.rows[2]?.id}`)).rows.map(({ id }) => id)).toEqual(
      all.rows.slice(0, 2).map(({ id }) => id),
    );
    const { loader } = await routeOf("app.activity/route.tsx");
    expect(await loader?.(argsFor(OLIVE, { shop: ELSEWHERE }))).toMatchObject({ rows: [] });
  });

  test("comes as a file, which is noted as well", async () => {
    const { loader } = await routeOf("app_.activity-file.tsx");
    const file = (await loader?.(argsFor(OLIVE, { path: `/app/activity-file?staff=${SAM}` }))) as Response;
    const [head, ...lines] = (await file.text()).trim().split("\r\n");
    expect(head).toBe("at,staff_id,staff,role,action,subject,subject_id,detail");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.includes("Sam Porter"))).toBe(true);
    expect((await logOf(OLIVE)).at(-1)).toMatchObject({ action: "activity.exported" });
  });

  test("cannot be written anew", async () => {
    const { sql } = perennial.services.db;
    await expect(sql.query(`UPDATE staff_action SET staff = 'x'`)).rejects.toThrow("append-only");
    await expect(sql.query(`DELETE FROM staff_action`)).rejects.toThrow("append-only");
  });
});

test("an erased customer leaves the log, and how many points were moved stays in it", async () => {
  expect(await adjust(OLIVE, "7")).toMatchObject({ data: { outcome: "adjusted" } });
  await tell("customers/redact", { customer: { id: 70 }, orders_to_redact: [] });
  const line = (await logOf(OLIVE)).at(-1);
  expect(line).toMatchObject({ action: "points.adjusted", detail: { points: "7" } });
  expect(line?.subject_id).toMatch(/^-\d+$/);
  const { loader } = await routeOf("app.privacy/route.tsx");
  expect(await loader?.(argsFor(SAM))).toMatchObject({ erasures: { people: 1, days: [{ people: 1 }] } });
});
