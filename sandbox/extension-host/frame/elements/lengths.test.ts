import { describe, expect, it } from "vitest";
import { atWidth, space } from "./lengths.ts";

describe("lengths of components", () => {
  it.each([
    ["base", "16px"],
    ["small none", "12px 0"],
    ["320px", "320px"],
    ["100%", "100%"],
    ["", ""],
  ])("%s is %s", (value, css) => {
    expect(space(value)).toBe(css);
  });

  it.each([
    ["@container (inline-size > 500px) 1fr 1fr, 1fr", 600, "1fr 1fr"],
    ["@container (inline-size > 500px) 1fr 1fr, 1fr", 500, "1fr"],
    ["@container (inline-size >= 500px) 1fr 1fr, 1fr", 500, "1fr 1fr"],
    ["@container (inline-size < 500px) none, auto", 400, "none"],
    ["1fr auto", 400, "1fr auto"],
  ])("%s at %d px is %s", (value, width, css) => {
    expect(atWidth(value, width)).toBe(css);
  });
});
