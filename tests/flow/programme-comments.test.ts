import { describe, expect, test } from "vitest";
import { withValue } from "../../app/loyalty/editing/document.ts";
import { parseProgrammeTree } from "../../app/loyalty/programme-text.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { actOnDraft } from "../../app/use-cases/drafts/act-on-draft.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import { applyProgramme } from "../../app/use-cases/programme/apply-programme.ts";
import { exportProgramme } from "../../app/use-cases/programme/export-programme.ts";
import { publishDraft } from "../../app/use-cases/publishing/publish-draft.ts";
import { restoreVersion } from "../../app/use-cases/versions/restore-version.ts";
import { showVersion } from "../../app/use-cases/versions/show-version.ts";
import { app, planned, shop, startProgrammes } from "../support/programme-files.ts";

startProgrammes();

describe("comments and the order of keys", () => {
  const TEXT = `# Ours since 2024
currency: GBP # as in the shop
programme: Garden club
timezone: Europe/London
earning:
  rules:
    # Agreed with finance
    - rate: { points: 1, per: "1.00" }
      id: purchase
      on: order
points:
  pendingDays: 14 # as long as parcels may come back
`;
  const treeOf = (text: string) => {
    const parsed = parseProgrammeTree(text);
    if (!parsed.ok) throw new Error("the text does not parse");
    return parsed.tree;
  };
  const yaml = async (number: number | null = null) =>
    (await exportProgramme(app.services, shop, number))?.yaml ?? "";

  test("of a file are given back with the version, and stay where a form changes a draft of it", async () => {
    const document = treeOf(TEXT);
    const { hash } = await planned(document);
    const by = { plan: hash, savedBy: "agency", written: TEXT };
    expect(await applyProgramme(app.services, shop, { document, ...by })).toMatchObject({ number: 2 });
    expect(await yaml()).toBe(TEXT);
    expect(await yaml(1)).not.toContain("#");
    app.clock.now += DAY;
    const key = "0f0f0f0f-0000-4000-8000-00000000000f";
    const actor = { savedBy: "42", role: "owner" } as const;
    const started = await restoreVersion(app.services, shop, {
      ...{ number: 2, name: "Autumn", key, by: { staff: "42", role: "owner" } },
    });
    if (started.outcome !== "started") throw new Error(started.outcome);
    const { id } = started;
    const draft = await openDraft(app.services, shop, id);
    expect(draft?.written).toBe(TEXT);
    const changed = withValue(draft?.document, ["points", "pendingDays"], 30);
    const send = (code: string, revision: number) =>
      actOnDraft(app.services, shop, { id, actor, form: formOf({ document: changed, code, revision }) });
    // Only forms were used; then a comment is typed, and nothing else.
    expect(await send("", 1)).toMatchObject({ outcome: "saved", revision: 2 });
    const typed = TEXT.replace("14 #", "30 #").replace("# Ours", "# Yours");
    expect(await send(typed, 2)).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await send(typed, 2)).toMatchObject({ outcome: "saved", revision: 3 });
    const { hash: plan } = await planned(changed);
    const by42 = { staff: "42", role: "owner" } as const;
    expect(await publishDraft(app.services, shop, { id, plan, start: "", by: by42 })).toMatchObject({
      number: 3,
    });
    expect(await yaml()).toBe(typed);
    expect((await showVersion(app.services, shop, { number: 3, other: null }))?.yaml).toBe(typed);
  });

  test("of a text that says something else than the document are not believed", async () => {
    const document = treeOf(TEXT);
    const { hash } = await planned(document);
    await applyProgramme(app.services, shop, {
      ...{ document, plan: hash, savedBy: "agency", written: "earning: [" },
    });
    expect(treeOf(await yaml())).toEqual(document);
    expect(await yaml()).not.toContain("#");
  });
});

function formOf({
  document,
  code,
  revision,
}: {
  document: unknown;
  code: string;
  revision: number;
}): FormData {
  const form = new FormData();
  const fields = { intent: "save", name: "Autumn", basedOn: "2", revision: String(revision), code };
  for (const [name, value] of Object.entries({ ...fields, document: JSON.stringify(document) }))
    form.set(name, value);
  return form;
}
