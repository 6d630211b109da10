import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { plainly } from "./plainly.ts";

describe("an error, said plainly", () => {
  test.each([
    ["the system's", new Error("ENOSPC: no space left on device, write")],
    ["SQLite's", new Error("database or disk is full")],
    ["PostgreSQL's", new Error('could not extend file "base/1/2": No space left on device')],
    ["PGlite's, which is no Error", { name: "ErrnoError", errno: 51 }],
  ])("knows %s word for a full disk", (_, error) => {
    expect(plainly(error)).toMatch(/^The disk is full\. Free some space/);
  });

  test("names what may not be written", () => {
    expect(plainly(new Error("EACCES: permission denied, open '.data/demo.json'"))).toBe(
      "A file cannot be written: EACCES: permission denied, open '.data/demo.json'",
    );
  });

  test("leaves alone what is a sentence already, where there is space", () => {
    expect(plainly(new Error("Port 3000 is in use."), tmpdir())).toBe("Port 3000 is in use.");
  });
});
