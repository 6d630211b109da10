import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { describe, expect, test } from "vitest";
import config from "../.dependency-cruiser.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["app", "sandbox", "extensions", "bin", "bench", "tests"];

/** `file → file: rule` for every import that the table of rooms forbids. */
async function faultsIn(folder: string, folders: string[]): Promise<string[]> {
  const options = {
    ...config.options,
    baseDir: folder,
    validate: true,
    ruleSet: config as IFlattenedRuleSet,
  };
  const { output } = await cruise(folders, options);
  return (output as ICruiseResult).summary.violations.map(
    ({ from, to, rule }) => `${from} → ${to}: ${rule.name}`,
  );
}

/** A project of two files, the first of which imports the second. */
async function faultsOfImport(from: string, to: string, statement = "import"): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "rooms-"));
  try {
    for (const file of [from, to]) mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, to), "export const thing = 1;\nexport type Thing = number;\n");
    const path = "../".repeat(from.split("/").length - 1) + to;
    writeFileSync(
      join(folder, from),
      `${statement} { ${statement === "import" ? "thing" : "Thing"} } from "${path}";\n`,
    );
    return await faultsIn(folder, [...new Set([from, to].map((file) => file.split("/")[0] ?? ""))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the rooms", () => {
  test("know each other as the table says, and no better", async () => {
    expect(await faultsIn(ROOT, FOLDERS)).toEqual([]);
  }, 60_000);

  test.each([
    ["app/loyalty/points.ts", "app/db/sql.ts"],
    ["app/insight/churn.ts", "app/db/sql.ts"],
    ["app/insight/churn.ts", "app/loyalty/points.ts"],
    ["app/db/members.ts", "app/use-cases/settle.ts"],
    ["app/db/members.ts", "app/commerce/shopify/translate.ts"],
    ["app/db/members.ts", "app/commerce/platform.ts"],
    ["app/jobs/queue.ts", "app/use-cases/settle.ts"],
    ["app/commerce/shopify/translate.ts", "app/db/sql.ts"],
    ["app/messages/mail.ts", "app/commerce/platform.ts"],
    ["app/use-cases/settle.ts", "app/commerce/shopify/translate.ts"],
    ["app/use-cases/settle.ts", "app/shopify.server.ts"],
    ["app/components/amount.tsx", "app/loyalty/points.ts"],
    ["app/components/amount.tsx", "app/use-cases/settle.ts"],
    ["app/routes/members.tsx", "app/db/members.ts"],
    ["app/routes/members.tsx", "app/commerce/platform.ts"],
    ["app/worker.server.ts", "app/routes/members.tsx"],
    ["app/worker.server.ts", "app/components/amount.tsx"],
    ["app/use-cases/settle.ts", "sandbox/server.ts"],
    ["sandbox/server.ts", "app/loyalty/points.ts"],
    ["extensions/panel/panel.tsx", "app/loyalty/points.ts"],
    ["app/loyalty/points.ts", "node_modules/express/index.js"],
    ["app/use-cases/settle.ts", "node_modules/@remix-run/node/index.js"],
  ])("%s may not import %s", async (from, to) => {
    expect(await faultsOfImport(from, to)).not.toEqual([]);
  });

  test.each([
    ["app/loyalty/points.ts", "app/db/sql.ts"],
    ["sandbox/server.ts", "app/loyalty/points.ts"],
  ])("%s may not import so much as a type of %s", async (from, to) => {
    expect(await faultsOfImport(from, to, "import type")).not.toEqual([]);
  });

  test.each([
    ["app/insight/churn.ts", "app/loyalty/points.ts"],
    ["app/components/amount.tsx", "app/loyalty/points.ts"],
    ["app/db/members.ts", "app/commerce/platform.ts"],
    ["extensions/panel/panel.tsx", "app/loyalty/summary.ts"],
  ])("%s may import the types of %s", async (from, to) => {
    expect(await faultsOfImport(from, to, "import type")).toEqual([]);
  });
});
