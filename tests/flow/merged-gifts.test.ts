import { beforeAll, expect, test } from "vitest";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { order } from "../support/payloads.ts";
import { programme } from "../support/perennial.ts";
import { act, OLIVE, perennial, shopId, startStaffed, tell, theShop } from "../support/staffed-shop.ts";

startStaffed();

const REWARDS = [{ id: "two-off", kind: "amount", cost: 250, value: "2.50" }];

beforeAll(async () => {
  const document = programme({ effectiveFrom: undefined, rewards: REWARDS });
  const draft = { document, savedBy: OLIVE, basedOn: 1 };
  expect((await saveProgramme(perennial.services, await theShop(), draft)).outcome).toBe("saved");
  const at = new Date().toISOString().replace(/\.\d+/, "");
  for (const id of [71, 72]) await tell("orders/paid", order({ id, customer: id, total: "40.00", at }));
});

const does = (id: string, form: Record<string, string>) =>
  act("app.members.$id", OLIVE, { params: { id }, form });

async function issueOf(member: string): Promise<string> {
  const [row] = await perennial.services.db.sql.query<{ issue_id: string }>(
    `SELECT issue_id FROM issued_code WHERE shop_id = $1 AND member_id = $2`,
    [shopId, member],
  );
  return row?.issue_id ?? "";
}

test("a gift from before a merge is taken back from the page of whoever was kept, and from nobody else's", async () => {
  const grant = { do: "grant", reward: "two-off", key: "gift-before-merge" };
  expect(await does("70", grant)).toMatchObject({ data: { outcome: "granted" } });
  expect(await does("71", { do: "merge", other: "70" })).toMatchObject({ data: { outcome: "merged" } });
  const takeBack = { do: "take-back", issue: await issueOf("70") };
  expect(await does("72", takeBack)).toMatchObject({ data: { outcome: "not-theirs-alone" } });
  expect(await does("71", takeBack)).toMatchObject({ data: { outcome: "taken-back" } });
});
