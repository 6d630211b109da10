import type * as NodeFs from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";

let isFull = false;

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof NodeFs>();
  const write = (...args: unknown[]) => {
    const done = args.at(-1) as (error: Error) => void;
    setImmediate(() => done(Object.assign(new Error("no space left on device"), { code: "ENOSPC" })));
  };
  return {
    ...fs,
    createWriteStream: (path: string, options: object) =>
      fs.createWriteStream(
        path,
        isFull ? { ...options, fs: { open: fs.open, close: fs.close, write } } : options,
      ),
  };
});

const { sendFile } = await import("./files.server.ts");

const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("perennial-file-"));

beforeEach(() => {
  isFull = false;
});

test("a file is sent as it was made", async () => {
  const response = await sendFile("a.csv", "text/csv", async (write) => {
    await write("one,");
    await write("two");
  });
  expect(await response.text()).toBe("one,two");
});

test("a disk that is full between two writes fails the file alone, and leaves nothing behind", async () => {
  isFull = true;
  const before = await folders();
  const made = sendFile("a.csv", "text/csv", async (write) => {
    await write("one");
    await sleep(50);
    await write("two");
  });
  await expect(made).rejects.toThrow("no space left");
  expect((await folders()).filter((name) => !before.includes(name))).toEqual([]);
});

test("a disk that is full after the last write fails it as well", async () => {
  isFull = true;
  const made = sendFile("a.csv", "text/csv", async (write) => {
    await write("one");
    await sleep(50);
  });
  await expect(made).rejects.toThrow("no space left");
});
