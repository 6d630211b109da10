import { beforeAll, describe, expect, it } from "vitest";
import { appIn, confirm, expectSound, openInAdmin, openPage, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const PROGRAMME = `
programme: Rewards
currency: GBP
timezone: Europe/London
effectiveFrom: 2026-01-01T00:00:00Z
earning: { rules: [{ id: purchase, on: order, rate: { points: 1, per: "1.00" } }] }
rewards:
  - { id: five-off, kind: amount, cost: 100, value: "5.00", minimum: "20.00" }
  - { id: tour, kind: custom, cost: 50, instructions: "Call to find a day in the nursery." }
  - { id: fern, kind: free-product, cost: 20, product: no-such-fern }
`;

const { browser, line, page: staff } = await openShop({ app: "opened", programme: PROGRAMME });
const shopper = await openPage(browser, WIDTHS[1]);
let ada: string;

beforeAll(async () => {
  line.perform({ do: "product.create", title: "Bench", handle: "bench", variants: [{ price: "120.00" }] });
  const { id } = line.perform({ do: "customer.create", firstName: "Ada", email: "ada@example.com" });
  ada = line.admin(`/app/members/${id}`);
  const lines = [{ variant: "bench", quantity: 2 }];
  line.perform({ do: "order.place", customer: "ada@example.com", lines });
  await line.settled();
});

async function redeem(reward: string): Promise<void> {
  await shopper.goto(`${line.shopUrl}/apps/perennial/redeem?reward=${reward}`);
  await expectSound(shopper, `redeem ${reward}`);
  await shopper.getByRole("button", { name: "Use points" }).click();
  await shopper.getByRole("heading", { name: "Your rewards" }).waitFor();
}

describe("rewards, in a shop without scripts of ours", () => {
  it("ask a guest to sign in", async () => {
    await shopper.goto(`${line.shopUrl}/apps/perennial/redeem?reward=five-off`);
    await shopper.getByText("Sign in to use your points.").waitFor();
  });

  it("are asked about once more, and lead to a code in the shop's own layout", async () => {
    await shopper.goto(`${line.shopUrl}/account/login?q=ada@example.com`);
    await shopper.getByRole("button", { name: "Ada" }).click();
    await shopper.waitForURL("**/account");
    await redeem("five-off");
    await shopper.getByText("£5.00 off your order, from £20.00").waitFor();
    await shopper.getByText(/Enter [A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5} at checkout/).waitFor();
    await expectSound(shopper, "your rewards");
  });

  it("are handed over by staff, and said no to by the store, on the member's page", async () => {
    await redeem("tour");
    await redeem("fern");
    await shopper.getByText("The shop could not make this reward. Your points are back.").first().waitFor();
    for (const width of [...WIDTHS].reverse()) {
      await staff.setViewportSize({ width, height: 900 });
      await openInAdmin(staff, ada, "Ada");
      await appIn(staff).getByText('The store said: The store has no product "no-such-fern".').waitFor();
      await expectSound(staff, "member with rewards");
    }
    await appIn(staff).getByRole("button", { name: "Handed over" }).click();
    await expectSound(staff, "asked whether it was handed over");
    await confirm(appIn(staff), "Handed over");
    await appIn(staff).getByText("Granted", { exact: true }).waitFor();
  });

  it("are given back by the member", async () => {
    await shopper.goto(`${line.shopUrl}/apps/perennial/redemptions`);
    await shopper.getByRole("button", { name: "Give it back" }).click();
    await shopper.getByText("Your reward was given back: the points are yours again.").waitFor();
    expect(await shopper.getByRole("button", { name: "Give it back" }).count()).toBe(0);
  });
});
