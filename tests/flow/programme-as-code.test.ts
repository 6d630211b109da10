import { describe, expect, test } from "vitest";
import { parseProgrammeTree } from "../../app/loyalty/programme-text.ts";
import { diffProgramme } from "../../app/use-cases/programme/diff-programme.ts";
import { exportProgramme } from "../../app/use-cases/programme/export-programme.ts";
import { planProgramme } from "../../app/use-cases/programme/plan-programme.ts";
import { NOON } from "../support/perennial.ts";
import {
  app,
  apply,
  installAnother,
  numbers,
  planned,
  shop,
  startProgrammes,
  written,
} from "../support/programme-files.ts";

startProgrammes();

describe("applying", () => {
  const twice = written({
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] },
  });

  test("what was planned makes it the next version, from now on", async () => {
    const { hash } = await planned(twice);
    expect(await apply(twice, hash)).toEqual({ outcome: "applied", number: 2, effectiveFrom: NOON });
  });

  test("needs the plan's hash, and saves nothing without", async () => {
    expect(await apply(twice, null)).toEqual({ outcome: "no-plan" });
    expect(await apply(twice, "0123456789abcdef")).toEqual({ outcome: "another-plan" });
    expect(await numbers()).toEqual([1]);
  });

  test("refuses the hash of another document, another start and another shop", async () => {
    const { hash } = await planned(twice);
    expect(await apply({ ...twice, programme: "Another name" }, hash)).toEqual({ outcome: "another-plan" });
    expect(await apply({ ...twice, effectiveFrom: "2026-08-01T00:00:00Z" }, hash)).toEqual({
      outcome: "another-plan",
    });
    await installAnother();
    expect(await apply(twice, hash)).toEqual({ outcome: "another-plan" });
  });

  test("is refused where somebody saved a version since, and says which", async () => {
    const { hash } = await planned(twice);
    const other = written({ points: { pendingDays: 5 } });
    await apply(other, (await planned(other)).hash);
    expect(await apply(twice, hash)).toEqual({ outcome: "overtaken", basedOn: 1, number: 2 });
    expect(await numbers()).toEqual([1, 2]);
  });

  test("by several at once saves one version", async () => {
    const { hash } = await planned(twice);
    const outcomes = await Promise.all([apply(twice, hash), apply(twice, hash), apply(twice, hash)]);
    expect(outcomes.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
    expect(await numbers()).toEqual([1, 2]);
  });

  test("a second time is nothing to do", async () => {
    const { hash } = await planned(twice);
    await apply(twice, hash);
    expect(await apply(twice, hash)).toEqual({ outcome: "unchanged", number: 2 });
    expect(await apply(twice, null)).toEqual({ outcome: "unchanged", number: 2 });
  });

  test("the order of keys in the file makes no other plan", async () => {
    const { hash } = await planned(twice);
    const reversed = Object.fromEntries(Object.entries(twice).reverse());
    expect(await apply(reversed, hash)).toMatchObject({ outcome: "applied" });
  });

  test.each<[string, object, string]>([
    ["another shop's currency", { ...twice, currency: "EUR" }, "currency"],
    ["a start in the past", { ...twice, effectiveFrom: "2026-02-01T00:00:00Z" }, "effectiveFrom"],
    ["a fault", { ...twice, pints: 1 }, "pints"],
  ])("and planning refuse %s, with the path and how to mend it", async (_, document, path) => {
    const plan = await planProgramme(app.services, shop, document);
    const applied = await apply(document, null);
    for (const outcome of [plan, applied]) {
      const faults = outcome.outcome === "refused" ? outcome.faults : [];
      expect(faults.map((fault) => fault.path)).toEqual([path]);
      expect(faults[0]?.mend).toMatch(/\w+/);
    }
  });
});

describe("the version in force", () => {
  test("is exported, and what was exported differs in nothing and can be applied again after a change", async () => {
    const exported = await exportProgramme(app.services, shop, null);
    const parsed = parseProgrammeTree(exported?.yaml ?? "");
    if (!parsed.ok) throw new Error("the export does not parse");
    expect(await diffProgramme(app.services, shop, parsed.tree)).toEqual({
      outcome: "compared",
      version: 1,
      differences: [],
    });
    const changed = { ...(parsed.tree as object), points: { pendingDays: 7 } };
    const { hash, differences } = await planned(changed);
    expect(differences).toEqual([{ path: "points.pendingDays", kind: "changed", before: "0", after: "7" }]);
    expect(await apply(changed, hash)).toEqual({ outcome: "applied", number: 2, effectiveFrom: NOON });
  });

  test("is what a document is compared with, not one that is still to come", async () => {
    const soon = { ...written({ points: { pendingDays: 9 } }), effectiveFrom: "2026-08-01T00:00:00Z" };
    await apply(soon, (await planned(soon)).hash);
    expect(await diffProgramme(app.services, shop, written())).toMatchObject({ version: 1, differences: [] });
    expect((await planned(written({ points: { pendingDays: 3 } }))).warnings).toContainEqual(
      "version 2, which starts at 2026-08-01T00:00:00Z, takes its place then",
    );
  });
});
