import { expect, it } from "vitest";
import { confirm, expectSound, openInAdmin, shown, toast, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const UNHAPPY = "The mug broke after two days and nobody answered my emails. Terrible service.";
const HAPPY = "I love this teapot, excellent quality and fast delivery!";

const { line, page } = await openShop({ app: "installed" });

it("a shop without a past is told what it would take, before and after it has its models learned", async () => {
  await page.setViewportSize({ width: WIDTHS[1], height: 900 });
  const app = await openInAdmin(page, line.admin("/app/insight/predictions"), "Predictions");
  await app.getByText("Predictions are learned every night once your shop has orders.").waitFor();
  await app.getByRole("button", { name: "Learn now" }).click();
  await app.getByText("Learned last:").waitFor();
  await app.getByText("It takes 30 members who bought, and 75 days of orders.").waitFor();
  await expectSound(page, "predictions of a shop without a past");
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await app.getByRole("link", { name: "Models" }).click();
  const models = await shown(page, "Models");
  await expectSound(page, "models of a shop without a past");
  expect(await models.getByText("Not enough data", { exact: true }).count()).toBeGreaterThan(0);
});

it("another app tells a review with a key that is shown once, and no more once it is withdrawn", async () => {
  const keys = await openInAdmin(page, line.admin("/app/settings/access"), "Keys for other apps");
  await expectSound(page, "keys of a shop that has none");
  await keys.getByRole("button", { name: "Make key" }).click();
  await keys.getByText("Write what the app is called").waitFor();
  await keys.getByLabel("App", { exact: true }).fill("Stars");
  await keys.getByRole("button", { name: "Make key" }).click();
  const key = await keys.getByLabel("Key", { exact: true }).inputValue();
  await page.setViewportSize({ width: WIDTHS[1], height: 900 });
  await expectSound(page, "a key that was made");
  const tell = async (id: string) => {
    const answer = await fetch(`${line.running.urls.app}/api/v1/reviews`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ id, text: HAPPY, stars: 5, language: "en" }),
    });
    return answer.status;
  };
  expect([await tell("1"), await tell("1")]).toEqual([201, 200]);
  await keys.getByRole("button", { name: "Withdraw" }).click();
  await confirm(keys, "Withdraw");
  await toast(page, "Key withdrawn");
  expect(await tell("2")).toBe(401);
});

it("the inbox is filtered, and a message is read, noted on, answered and closed", async () => {
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  const inbox = await openInAdmin(page, line.admin("/app/insight/feedback"), "Feedback");
  await inbox.getByText(HAPPY).waitFor();
  await page.getByRole("button", { name: "Bring in a message" }).click();
  await inbox.getByLabel("What was written or said").fill(UNHAPPY);
  await inbox.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const message = await shown(page, "Message");
  await message.getByText(UNHAPPY).waitFor();
  await message.getByText("Unhappy").first().waitFor();
  await message.getByLabel("Internal note").fill("Sent a new mug.");
  await message.getByRole("button", { name: "Save note" }).click();
  await toast(page, "Note saved");
  await expectSound(page, "a message with a note");
  await message.getByRole("button", { name: "Mark as answered" }).click();
  await toast(page, "Marked as answered");
  await message.getByRole("link", { name: "Feedback" }).first().click();
  const left = await shown(page, "Feedback");
  await left.getByRole("tab", { name: "Open (1)" }).waitFor();
  expect(await left.getByText(UNHAPPY).count()).toBe(0);
  await expectSound(page, "an inbox with a message");
  await left.getByLabel("Answer", { exact: true }).selectOption({ label: "Overdue" });
  await left.getByText("No message like this").waitFor();
  await left.getByRole("button", { name: "Clear filters" }).click();
  await left.getByText(HAPPY).waitFor();
  await page.setViewportSize({ width: WIDTHS[1], height: 900 });
  await left.getByRole("button", { name: "Read order notes" }).click();
  await toast(page, "Saved");
  await left.getByRole("button", { name: "Stop reading" }).waitFor();
  await expectSound(page, "an inbox that reads order notes");
  await left.getByRole("tab", { name: "Answered" }).click();
  await left.getByText(UNHAPPY).waitFor();
  await left.getByLabel("Mood").selectOption({ label: "Happy" });
  await left.getByText("No message like this").waitFor();
});
