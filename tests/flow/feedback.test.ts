import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { readOwnData } from "../../app/use-cases/collect-personal-data.ts";
import { actOnFeedback } from "../../app/use-cases/feedback/act-on-feedback.ts";
import { bringInFeedback, readBroughtIn } from "../../app/use-cases/feedback/bring-in-feedback.ts";
import { writeFeedbackCsv, writeTopicsCsv } from "../../app/use-cases/feedback/feedback-csv.ts";
import { listFeedback, readFeedbackQuery } from "../../app/use-cases/feedback/list-feedback.ts";
import { receiveFeedback } from "../../app/use-cases/feedback/receive-feedback.ts";
import { showFeedback } from "../../app/use-cases/feedback/show-feedback.ts";
import { eraseMember } from "../../app/use-cases/person/erase-member.ts";
import { proxyDoor } from "../../app/proxy.server.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { proxied, type Proxied } from "../support/proxied.ts";

const ANNA = { id: 8_101, firstName: "Anna", lastName: "Keller", email: "anna.keller@example.com" };
const BERT = { id: 8_102, firstName: "Bert", lastName: "Ohm", email: "bert@example.com" };
const [anna, bert] = [String(ANNA.id), String(BERT.id)];
const OWNER = { staff: "42", role: "owner" } as const;
const UNHAPPY = "The mug broke after two days and nobody answered my emails. Terrible service.";
const HAPPY = "I love this teapot, excellent quality and fast delivery!";

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`feedback-${++shops}.myshopify.com`, programme());
  await tell("customers/create", customer(ANNA));
  await tell("customers/create", customer(BERT));
  await tell("orders/paid", order({ id: 1, customer: ANNA, total: "60.00" }));
});

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

let keys = 0;
const write = (text: string, memberId: string | null = anna, more: { key?: string; orderId?: string } = {}) =>
  receiveFeedback(app.services, shop, {
    ...{ source: "form", key: `key-${++keys}`, orderId: null, memberId, text },
    ...more,
  });
const inbox = (address = "") =>
  listFeedback(app.services, shop, readFeedbackQuery(new URLSearchParams(address)));
async function idOf(text: string): Promise<string> {
  const { rows } = await inbox("state=all");
  return rows.find((row) => row.text === text)?.id ?? "";
}
const shown = async (text: string) => showFeedback(app.services, shop, await idOf(text));

test("shows the unhappy first, each with what it is about and until when it is answered", async () => {
  await write(HAPPY);
  app.clock.now += HOUR;
  await write("Der Tee kam spät", bert);
  await write(UNHAPPY, bert);
  const { rows, counts, topics, weeks, members } = await inbox();
  expect(rows.map(({ label, language }) => [label, language])).toEqual([
    ["negative", "en"],
    ["positive", "en"],
    ["neutral", "de"],
  ]);
  expect(rows[0]).toMatchObject({ memberId: bert, answerBy: app.clock.now + DAY, state: "open" });
  expect(rows[0]?.topics.map(({ topic, label }) => [topic, label])).toEqual([
    ["quality", "negative"],
    ["service", "negative"],
  ]);
  expect(rows[2]).toMatchObject({ isKnown: false, score: 0 });
  expect((await inbox("overdue=yes")).rows).toEqual([]);
  app.clock.now += DAY - 1;
  const late = async (address: string) => (await inbox(address)).rows.map(({ text }) => text);
  expect(await late("overdue=yes")).toEqual([HAPPY]);
  expect(await late("overdue=yes&label=negative")).toEqual([]);
  expect((await inbox()).counts.overdue).toBe(1);
  app.clock.now -= DAY - 1;
  expect(members[anna]).toMatchObject({ firstName: "Anna" });
  expect(counts).toMatchObject({ open: 3, overdue: 0 });
  expect(topics.find(({ topic }) => topic === "quality")).toMatchObject({
    week: weeks.at(-1),
    count: 2,
    unhappy: 1,
  });
  let numbers = "";
  await writeTopicsCsv(app.services, shop, async (text) => void (numbers += text));
  expect(numbers).toContain(`${weeks.at(-1)},quality,2,1\r\n`);
  app.clock.now += DAY + HOUR;
  expect((await inbox()).counts.overdue).toBe(3);
  expect((await inbox("label=negative&topic=service")).rows).toHaveLength(1);
  expect((await inbox("state=closed")).rows).toEqual([]);
});

test("keeps once what is told of twice, and only what says something and comes from a member", async () => {
  expect(await write(HAPPY, anna, { key: "once-only", orderId: "1" })).toMatchObject({ outcome: "received" });
  expect(await write(HAPPY, anna, { key: "once-only" })).toEqual({ outcome: "known-already" });
  expect(await write("   ")).toEqual({ outcome: "empty" });
  expect(await write(HAPPY, "999999")).toEqual({ outcome: "nobody" });
  expect(await write(UNHAPPY, bert, { orderId: "1" })).toMatchObject({ outcome: "received" });
  expect(await shown(HAPPY)).toMatchObject({ feedback: { orderId: "1" }, member: { firstName: "Anna" } });
  // An order of somebody else is none that they wrote about.
  expect((await shown(UNHAPPY))?.feedback.orderId).toBeNull();
});

test("comes from a plain form in the shop, in the language of the shop's page", async () => {
  const door = proxyDoor(app.shopify, app.services);
  const open = async (path: string, more: Partial<Proxied> = {}) => {
    const asked = { shop: shop.domain, path, headers: { Accept: "text/html" }, customer: anna, ...more };
    const response = await door(proxied(asked));
    return { status: response.status, to: response.headers.get("location"), html: await response.text() };
  };
  const { html } = await open("feedback", { query: { order: "1", locale: "de" } });
  expect(html).toContain("Wie war es?");
  const fields = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const form: Record<string, string> = { ...Object.fromEntries(fields), text: "<b>{{ shop }}</b> 😡 awful" };
  const sent = await open("feedback", { form });
  expect(sent).toMatchObject({ status: 303 });
  expect(sent.to).toContain("/feedback?said=feedback");
  await open("feedback", { form });
  expect((await inbox()).rows).toMatchObject([
    { text: form.text, orderId: "1", source: "form", label: "negative" },
  ]);
  expect((await open("feedback", { form: { ...form, key: "another-key", token: "" } })).status).toBe(403);
  expect((await open("feedback", { query: { said: "feedback" } })).html).toContain("Thank you");
});

test("lets nobody fill the inbox", async () => {
  for (let n = 0; n < 10; n++) await write(`${HAPPY} ${n}`);
  expect(await write(HAPPY)).toEqual({ outcome: "too-often" });
  expect(await write(HAPPY, bert)).toMatchObject({ outcome: "received" });
  app.clock.now += DAY;
  expect(await write(HAPPY)).toMatchObject({ outcome: "received" });
});

test("is gone once the shop keeps it no longer", async () => {
  await write(HAPPY);
  app.clock.now += 730 * DAY;
  expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).not.toContain(shop.id);
  app.clock.now += HOUR;
  expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).toContain(shop.id);
  await forgetOld(app.services, shop.id);
  expect((await inbox("state=all")).rows).toEqual([]);
});

test("is answered, noted on, closed and opened again once each, with who did it in the log", async () => {
  await write(UNHAPPY);
  const id = await idOf(UNHAPPY);
  const act = (deed: Parameters<typeof actOnFeedback>[2]["deed"]) =>
    actOnFeedback(app.services, shop, { id, deed, by: OWNER });
  expect(await act({ do: "note", note: "Sent a new mug", revision: 0 })).toEqual({ outcome: "noted" });
  expect(await act({ do: "answer", revision: 0 })).toEqual({ outcome: "overtaken" });
  expect(await act({ do: "answer", revision: 1 })).toEqual({ outcome: "answered" });
  expect(await act({ do: "answer", revision: 1 })).toEqual({ outcome: "answered" });
  const { feedback } = (await shown(UNHAPPY)) ?? {};
  expect(feedback).toMatchObject({ state: "answered", stateBy: "42", note: "Sent a new mug", revision: 2 });
  expect((await inbox()).rows).toEqual([]);
  expect(await act({ do: "reopen", revision: 2 })).toEqual({ outcome: "reopened" });
  expect(await act({ do: "delete" })).toEqual({ outcome: "deleted" });
  expect(await act({ do: "close", revision: 3 })).toEqual({ outcome: "gone" });
  const log = await app.db.sql.query<{ action: string }>(
    `SELECT action FROM staff_action WHERE shop_id = $1 ORDER BY id`,
    [shop.id],
  );
  expect(log.map(({ action }) => action)).toEqual(
    ["noted", "answered", "reopened", "deleted"].map((deed) => `feedback.${deed}`),
  );
});

test("takes in what reached staff elsewhere, and says at the field what is wrong", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ text: UNHAPPY, member: "eight", key: "form-0001" }))
    form.set(name, value);
  expect(readBroughtIn(form)).toEqual({ faults: ["member"] });
  form.set("member", bert);
  const read = readBroughtIn(form);
  if ("faults" in read) throw new Error(read.faults.join());
  expect(await bringInFeedback(app.services, shop, { ...read, by: OWNER })).toMatchObject({
    outcome: "received",
  });
  expect(await bringInFeedback(app.services, shop, { ...read, by: OWNER })).toEqual({
    outcome: "known-already",
  });
});

test("leads to whom the writer became, stands in their file, and is gone with them", async () => {
  await write(UNHAPPY, bert);
  await tell("customers/merge", merge(ANNA.id, BERT.id));
  expect((await shown(UNHAPPY))?.feedback.memberId).toBe(anna);
  let file = "";
  const query = readFeedbackQuery(new URLSearchParams("state=all"));
  await writeFeedbackCsv(app.services, shop, {
    query,
    by: OWNER,
    write: async (text) => void (file += text),
  });
  expect(file.trim().split("\r\n")).toHaveLength(2);
  expect(file).toContain(UNHAPPY);
  expect(await readOwnData(app.services, shop, anna)).toContain("nobody answered");
  await eraseMember(app.services, shop, { memberId: anna, typed: "Anna Keller", by: OWNER });
  const kept = await app.db.sql.query(`SELECT id FROM feedback WHERE shop_id = $1`, [shop.id]);
  expect(kept).toEqual([]);
});

test("what somebody else wrote loses the name of whoever is erased, and says the rest", async () => {
  const told = "Your ANNA KELLER told me to write to anna.keller@example.com. Terrible service.";
  await write(told, bert);
  await write(HAPPY, bert);
  const call = "Anna Keller called, and was not amused.";
  await receiveFeedback(app.services, shop, {
    ...{ source: "staff", key: "call", memberId: null, orderId: null, text: call, by: OWNER },
  });
  const callId = await idOf(call);
  const id = await idOf(told);
  const { revision } = (await showFeedback(app.services, shop, id))?.feedback ?? { revision: -1 };
  const deed = { do: "note", note: `Anna Keller is customer ${anna}; Bert knows Anna.`, revision } as const;
  await actOnFeedback(app.services, shop, { id, deed, by: OWNER });
  await eraseMember(app.services, shop, { memberId: anna, typed: "Anna Keller", by: OWNER });
  expect((await showFeedback(app.services, shop, id))?.feedback).toMatchObject({
    text: "Your […] told me to write to […]. Terrible service.",
    note: "[…] is customer […]; Bert knows Anna.",
    memberId: bert,
    label: "negative",
  });
  expect((await shown(HAPPY))?.feedback).toMatchObject({ text: HAPPY, revision: 0 });
  expect((await showFeedback(app.services, shop, callId))?.feedback.text).toBe(
    "[…] called, and was not amused.",
  );
});
