import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readJson, Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { seedShop } from "../seed-shop.ts";
import { parseWith } from "./action-schema.ts";
import type { Call } from "./handle.ts";

const nameSchema = z.string().regex(/^[\w-]+$/, "a snapshot's name has letters, digits, - and _ only");

/** Keeps the whole state under a name; a snapshot of the same name is replaced. */
export async function takeSnapshot({ request, sandbox }: Call): Promise<unknown> {
  const { name } = parseWith(z.strictObject({ name: nameSchema }), await readJson(request));
  const file = fileOf(sandbox, name);
  mkdirSync(folderOf(sandbox), { recursive: true });
  rmSync(file, { force: true });
  sandbox.store.saveTo(file);
  return { snapshot: name };
}

export async function loadSnapshot({ sandbox, parts }: Call): Promise<unknown> {
  const name = parseWith(nameSchema, parts[0]);
  if (!existsSync(fileOf(sandbox, name))) throw new Refusal(`There is no snapshot ${name}.`, 404);
  await sandbox.webhooks.whileStill(() => sandbox.store.loadFrom(fileOf(sandbox, name)));
  return { snapshot: name };
}

export function listSnapshots({ sandbox }: Call): unknown {
  const folder = folderOf(sandbox);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return { snapshots: files.filter((file) => file.endsWith(".sqlite")).map((file) => file.slice(0, -7)) };
}

/** Back to the beginning: one empty shop with the app installed. */
export async function reset({ sandbox }: Call): Promise<unknown> {
  await sandbox.webhooks.whileStill(() => {
    sandbox.store.clear();
    if (sandbox.options.seedShop) seedShop(sandbox);
  });
  return { reset: true };
}

function folderOf({ options }: Sandbox): string {
  // A state in memory has no folder of its own.
  return options.data === ":memory:"
    ? join(tmpdir(), `sandbox-snapshots-${process.pid}`)
    : join(options.data, "snapshots");
}

function fileOf(sandbox: Sandbox, name: string): string {
  return join(folderOf(sandbox), `${name}.sqlite`);
}
