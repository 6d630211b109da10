import { describe, expect, test } from "vitest";
import { groupedCode, memberCodeOf, memberIdIn } from "./member-code.ts";

const SHOP = { id: 1, salt: "a secret of this shop" };
const IDS = ["1", "31", "32", "7005521354752", "999999999999999999"];

describe("a member's code", () => {
  test.each(IDS)("of %s names them, however it is typed", (id) => {
    const code = memberCodeOf(SHOP, id);
    const sloppy = groupedCode(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
    for (const typed of [code, groupedCode(code), sloppy, ` ${code} `])
      expect(memberIdIn(SHOP, typed)).toBe(id);
  });

  test("is the same every time, and short enough for a barcode", () => {
    expect(memberCodeOf(SHOP, "7005521354752")).toBe(memberCodeOf(SHOP, "7005521354752"));
    expect(memberCodeOf(SHOP, "7005521354752")).toHaveLength(17);
  });

  test("is worth nothing once a character of it is another", () => {
    const code = memberCodeOf(SHOP, "7005521354752");
    for (let place = 0; place < code.length; place++)
      for (const other of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        if (other === code[place]) continue;
        const changed = `${code.slice(0, place)}${other}${code.slice(place + 1)}`;
        expect(memberIdIn(SHOP, changed), changed).toBeNull();
      }
  });

  test("of one shop is worth nothing in another, nor under another secret", () => {
    const code = memberCodeOf(SHOP, "7005521354752");
    expect(memberIdIn({ ...SHOP, id: 2 }, code)).toBeNull();
    expect(memberIdIn({ ...SHOP, salt: "another" }, code)).toBeNull();
  });

  test.each([
    "",
    "7005521354752",
    "ABCDEFGH",
    "é".repeat(17),
    "0".repeat(17),
    "Z".repeat(40),
    "5012345678900",
    "\u0000",
  ])("is none of whatever else is scanned: %j", (text) => expect(memberIdIn(SHOP, text)).toBeNull());
});
