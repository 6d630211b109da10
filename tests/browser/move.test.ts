import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  appIn,
  confirm,
  expectSound,
  figure,
  openInAdmin,
  openPage,
  shown,
  WIDTHS,
} from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";

const FILE = `Customer Name,Email,Points Balance,VIP Tier Name,Birth Date,Customer Status
Ada,ada@marsh.example,1200.5,Gold,1004-05-27,member
Ben,BEN@marsh.example,80,,,member
Nobody,nobody@marsh.example,10,,,member
Cleo,cleo@marsh.example,many,,,member
`;

const { browser, line, page } = await openShop({ app: "opened" });

beforeAll(async () => {
  for (const name of ["Ada", "Ben", "Cleo"])
    line.perform({
      do: "customer.create",
      firstName: name,
      lastName: "Marsh",
      email: `${name.toLowerCase()}@marsh.example`,
    });
  await line.settled();
});

async function choose(name: string, text: string): Promise<void> {
  await appIn(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

describe("moving in and out", () => {
  it("says what can be done before anything was", async () => {
    const app = await openInAdmin(page, line.admin("/app/move"), "Moving");
    await app.getByText("No file has been moved in yet.").waitFor();
    await expectSound(page, "move at first");
  });

  it("says why a file cannot be read", async () => {
    await choose("empty.csv", "email,points\n");
    await appIn(page).getByText("There is no row below the heading").waitFor();
    await expectSound(page, "move refused file");
  });

  it("recognises a file, and shows what it would do before it does it", async () => {
    await choose("members.csv", FILE);
    const app = await shown(page, "members.csv");
    await app.getByText("Needs your choices").waitFor();
    expect(await app.getByLabel("Points balance").inputValue()).toBe("2");
    await expectSound(page, "move mapping");
    await app.getByRole("button", { name: "Show the preview" }).click();
    await app.getByText("Preview: nothing is moved yet").waitFor();
    expect(await figure(page, "Members")).toBe("2");
    expect(await figure(page, "Points")).toBe("1,280");
    expect(await figure(page, "Refused rows")).toBe("2");
    await app.getByText("is no customer of your store").waitFor();
    await expectSound(page, "move preview");
  });

  it("hands the refused rows out with their reasons", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      appIn(page).getByRole("button", { name: "Download refused rows" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toContain("Cleo,cleo@marsh.example,many");
    expect(text).toContain("is not a number of points");
  });

  it("moves the others in, and shows the receipt", async () => {
    await appIn(page).getByRole("button", { name: "Move in 2 members" }).click();
    await confirm(appIn(page), "Move in 2 members");
    const app = appIn(page);
    await app.getByText("The ledger has exactly what the file says, to the point.").waitFor();
    await expectSound(page, "move receipt");
  });

  it("shows the file in the list, and what members have on their page", async () => {
    const app = await openInAdmin(page, line.admin("/app/move"), "Moving");
    await app.getByText("Moved in", { exact: true }).waitFor();
    await expectSound(page, "move list");
  });

  it("lets everything out again", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      appIn(page).getByRole("button", { name: "Download everything" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ type: "perennial-export" });
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ type: "end", lines: lines.length - 1 });
  });

  it("is readable on a narrow screen", async () => {
    const narrow = await openPage(browser, WIDTHS[1]);
    const app = await openInAdmin(narrow, line.admin("/app/move"), "Moving");
    await expectSound(narrow, "move list");
    await app.getByRole("link", { name: "members.csv" }).click();
    await shown(narrow, "members.csv");
    await appIn(narrow).getByText("The ledger has exactly").waitFor();
    await expectSound(narrow, "move receipt");
    await narrow.close();
  });
});
