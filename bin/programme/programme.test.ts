import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "perennial-programme-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../programme.ts"), ...args]);
    const ended: Ended = { code: null, out: "", err: "" };
    child.stdout.on("data", (part: Buffer) => (ended.out += part.toString()));
    child.stderr.on("data", (part: Buffer) => (ended.err += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ended, code }));
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const SOUND = `
programme: Test
currency: GBP
timezone: UTC
earning: { rules: [{ id: purchase, on: order, rate: { points: 1, per: "1.00" } }] }
`;

test("validate says ok and no more, whatever is only odd", async () => {
  const odd = SOUND.replace("}] }", '}, { id: again, on: order, rate: { points: 2, per: "1.00" } }] }');
  const [sound, strange] = await Promise.all([
    run("validate", file("sound.yaml", SOUND)),
    run("validate", file("odd.yaml", odd)),
  ]);
  expect(sound).toEqual({ code: 0, out: "ok\n", err: "" });
  expect(strange).toMatchObject({ code: 0, out: "ok\n" });
  expect(strange.err).toMatch(/^note: earning\.rules\[0\]: never counts/);
}, 60_000);

test("validate names every fault with its mend, on standard error", async () => {
  const faulty = await run(
    "validate",
    file("faulty.yaml", `${SOUND}pints: 1\npoints: { pendingDays: -1 }\n`),
  );
  expect(faulty).toMatchObject({ code: 1, out: "" });
  expect(faulty.err.trim().split("\n")).toEqual([
    expect.stringMatching(/^points\.pendingDays: .+; .+/),
    expect.stringMatching(/^pints: is not known here; .+/),
  ]);
}, 60_000);

test("template prints a programme that validate finds ok", async () => {
  const template = await run("template", "coffee-visits", "--currency", "CHF", "--timezone", "Europe/Zurich");
  expect(await run("validate", file("coffee.yaml", template.out))).toEqual({ code: 0, out: "ok\n", err: "" });
}, 60_000);

test("what is not understood is exit code 2 with the usage, and a missing file is 1", async () => {
  const ends = await Promise.all([
    run(),
    run("explode"),
    run("validate"),
    run("validate", "--no-such-option"),
    run("template", "simple-points"),
    run("validate", join(folder, "nowhere.yaml")),
  ]);
  expect(ends.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 1]);
  for (const { err } of ends.slice(0, 5)) expect(err).toContain("usage: npm run -s programme");
  expect(ends[5]?.err).toContain("there is no such file");
}, 60_000);
