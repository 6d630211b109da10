import { beforeAll, describe, expect, test } from "vitest";
import { actOnMembers } from "../../app/use-cases/members/act-on-members.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { adjustmentLimit } from "../../app/use-cases/staff/adjustment-limit.ts";
import { programme } from "../support/perennial.ts";
import { act, adjust, logOf, OLIVE, perennial, SAM, startStaffed, theShop } from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support" });

const REWARDS = [
  { id: "two-off", kind: "amount", cost: 250, value: "2.50" },
  { id: "fifty-off", kind: "amount", cost: 5_000, value: "50.00" },
];

beforeAll(async () => {
  const document = programme({ effectiveFrom: undefined, rewards: REWARDS });
  const draft = { document, savedBy: OLIVE, basedOn: 1 };
  expect((await saveProgramme(perennial.services, await theShop(), draft)).outcome).toBe("saved");
});

let keys = 0;
const grant = (staff: string, reward: string, key = `gift-key-${++keys}`) =>
  act("app.members.$id", staff, { params: { id: "70" }, form: { do: "grant", reward, key } });

describe("support, of 500 points at once and 2,000 a day", () => {
  test("cannot give by gifts what they may not give as points", async () => {
    expect(await grant(SAM, "fifty-off")).toMatchObject({
      data: { outcome: "beyond-limit", each: "500", left: "2000" },
    });
    for (let gift = 0; gift < 7; gift++)
      expect(await grant(SAM, "two-off")).toMatchObject({ data: { outcome: "granted" } });
    const left = await adjustmentLimit(perennial.services, await theShop(), { staff: SAM, role: "support" });
    expect(left).toMatchObject({ left: "250" });
    const both = await Promise.all([grant(SAM, "two-off"), grant(SAM, "two-off")]);
    const outcomes = both.map(({ data }) => (data as { outcome: string }).outcome);
    expect(outcomes.sort()).toEqual(["beyond-limit", "granted"]);
    expect(await adjust(SAM, "1")).toMatchObject({ data: { outcome: "beyond-limit", left: "0" } });
    expect(await logOf(SAM)).toHaveLength(8);
    expect((await logOf(SAM)).at(-1)).toMatchObject({
      action: "reward.granted",
      detail: { reward: "two-off", points: "250" },
    });
  });

  test("is told of a gift that was given before, however much was given since", async () => {
    expect(await grant(SAM, "two-off", "gift-key-2")).toMatchObject({ data: { outcome: "repeated" } });
  });
});

test("of many members at once it is said before anybody reviews it, and not of an owner", async () => {
  const bulk = (staff: "owner" | "support", points: string) => {
    const form = new FormData();
    const fields = { intent: "bulk-preview", kind: "adjust", key: "limit-0001", reason: "Thanks", points };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return theShop().then((shop) =>
      actOnMembers(perennial.services, shop, { form, by: { staff: "778", role: staff } }),
    );
  };
  expect(await bulk("support", "501")).toMatchObject({ outcome: "bulk-beyond-limit", each: "500" });
  expect(await bulk("support", "1")).toMatchObject({ outcome: "bulk-preview" });
  expect(await bulk("owner", "501")).toMatchObject({ outcome: "bulk-preview" });
});

test("an owner gives as much as they like", async () => {
  expect(await grant(OLIVE, "fifty-off", "gift-of-the-owner")).toMatchObject({
    data: { outcome: "granted" },
  });
});
