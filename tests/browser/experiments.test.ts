import type { FrameLocator } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { appIn, confirm, expectSound, openInAdmin, shown, toast, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const PROGRAMME = `
programme: Garden points
currency: GBP
timezone: Europe/London
effectiveFrom: 2026-01-01T00:00:00Z
earning: { rules: [{ id: purchase, on: order, rate: { points: 1, per: "1.00" } }] }
rewards: [{ id: thanks, kind: amount, cost: 500, value: "5.00", codeDays: 30 }]
`;

const { line, page } = await openShop({ app: "installed", programme: PROGRAMME });

beforeAll(async () => {
  // Opened first, so that the shop is there before the store tells of anything.
  await openInAdmin(page, line.admin("/app/insight/experiments/new"), "Plan an experiment");
  for (let n = 0; n < 12; n++)
    line.perform({
      do: "customer.create",
      firstName: `Ada ${n}`,
      lastName: "Marsh",
      email: `ada${n}@example.com`,
    });
  await line.settled();
});

const press = (app: FrameLocator, name: string) => app.getByRole("button", { name, exact: true }).click();
const narrow = () => page.setViewportSize({ width: WIDTHS[1], height: 900 });
const wide = () => page.setViewportSize({ width: WIDTHS[0], height: 900 });

it("a question is planned, told what it takes, begun, read and stopped", async () => {
  const form = appIn(page);
  await press(form, "Work it out");
  await form.getByText("Write your question, in up to 200 characters.").waitFor();
  await form.getByLabel("Your question").fill("Do 100 points bring members back?");
  await form.getByLabel("What members read beside them").fill("A little extra");
  await press(form, "Work it out");
  await form.getByText(/take part, about \d+ of them get it/).waitFor();
  // 100 points at a hundredth of 5.00 each.
  await form
    .getByText(/It costs £\d+\.00 at most\. Chance decides who gets it, and ends at \d+ members/)
    .waitFor();
  await expectSound(page, "a plan with what it takes");
  await narrow();
  await expectSound(page, "a plan with what it takes");
  await press(form, "Keep this plan");
  const kept = await shown(page, "Do 100 points bring members back?");
  await expectSound(page, "an experiment that is planned");
  await kept.getByRole("button", { name: "View actions for" }).click();
  await kept.getByText("Change the plan", { exact: true }).click();
  const changed = await shown(page, "Change the plan");
  await press(changed, "Compare with another number of points");
  await changed.getByLabel("Points for each member (2)").fill("100");
  await press(changed, "Keep this plan");
  await changed.getByText("Two of them are the same.").waitFor();
  await changed.getByLabel("Points for each member (2)").fill("200");
  await expectSound(page, "a plan that is changed");
  await press(changed, "Keep this plan");
  const plan = await shown(page, "Do 100 points bring members back?");
  await plan.getByText("100 bonus points and 200 bonus points, compared with nothing").waitFor();
  await press(plan, "Start");
  await confirm(plan, "Start");
  await toast(page, "Experiment started");
  await line.settled();
  const running = await openInAdmin(page, page.url(), "Do 100 points bring members back?");
  await running.getByText("It is too early to say anything.").waitFor();
  await running.getByText(/£\d+\.00 of £\d+\.00 set aside/).waitFor();
  await expectSound(page, "an experiment that runs");
  await wide();
  await expectSound(page, "an experiment that runs");
  await press(running, "Stop");
  await confirm(running, "Stop");
  await toast(page, "Experiment stopped");
  await running.getByText("Ended", { exact: true }).first().waitFor();
  await running.getByText("Do not do it", { exact: true }).click();
  await running.getByLabel("Why").fill("Too dear");
  await press(running, "Record the decision");
  await toast(page, "Decision recorded");
});

it("offers are drawn up within their budgets, sent, seen to end, and stopped", async () => {
  const form = await openInAdmin(page, line.admin("/app/insight/offers"), "Personal offers");
  await form.getByLabel("For each month").fill("20.00");
  await press(form, "Save");
  await toast(page, "Saved");
  await form.getByText("The same for all", { exact: true }).click();
  await form.getByText(/costs £5\.00/).click();
  await form.getByLabel("Budget", { exact: true }).fill("1000");
  await form.getByLabel("What members read").fill("We have missed you");
  await form.getByLabel("How long they hold").selectOption({ label: "30 minutes" });
  await form.getByLabel("Points that may be offered").fill("50");
  await press(form, "Show whom and why");
  await form.getByText("Points cannot end at such a time.").waitFor();
  await form.getByLabel("Points that may be offered").fill("");
  await press(form, "Show whom and why");
  await form.getByText("They end 30 minutes after you send them.").waitFor();
  await form.getByText("This month £20.00 is left for offers.").waitFor();
  await form.getByText(/^4 members are offered something, for £20\.00 at most\.$/).waitFor();
  await expectSound(page, "offers drawn up");
  await narrow();
  await expectSound(page, "offers drawn up");
  await press(form, "Send these offers");
  await confirm(form, "Send these offers");
  const run = await shown(page, "We have missed you");
  await line.settled();
  await run.getByText("£20.00 of £1,000.00 set aside").waitFor();
  await run.getByText("Offers hold until").waitFor();
  await expectSound(page, "offers that were sent");
  await wide();
  await expectSound(page, "offers that were sent");
  await press(run, "Stop");
  await confirm(run, "Stop");
  await toast(page, "Experiment stopped");
  expect(await appIn(page).getByText("Ended", { exact: true }).count()).toBeGreaterThan(0);
});
