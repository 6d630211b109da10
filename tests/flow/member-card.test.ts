import { expect, test } from "vitest";
import { codeImages } from "../../app/code-images.server.ts";
import { memberCodeOf } from "../../app/use-cases/membership/member-code.ts";
import { readBarcode, readQr } from "../support/read-codes.ts";

const SHOP = { id: 7, salt: "a secret" };

test.each(["1", "7005521354752", "999999999999999999"])(
  "a scanner reads the code of member %s in both pictures",
  async (id) => {
    const code = memberCodeOf(SHOP, id);
    const { qr, barcode } = await codeImages(code);
    expect(readQr(qr)).toBe(code);
    expect(readBarcode(barcode)).toBe(code);
  },
);

test("the pictures are dark on white with the quiet zones that scanners need, and whole modules alone", async () => {
  const { qr, barcode } = await codeImages(memberCodeOf(SHOP, "7005521354752"));
  const placesOf = (svg: string) =>
    [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.slice(1).map(Number));
  const [, width = 0] = (/viewBox="0 0 (\d+)/.exec(qr) ?? []).map(Number);
  for (const [x = 0, y = 0, w = 0] of placesOf(qr)) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(x + w).toBeLessThanOrEqual(width - 4);
  }
  const [, across = 0] = (/viewBox="0 0 (\d+)/.exec(barcode) ?? []).map(Number);
  const bars = placesOf(barcode);
  expect(bars[0]?.[0]).toBe(10);
  expect((bars.at(-1)?.[0] ?? 0) + (bars.at(-1)?.[2] ?? 0)).toBe(across - 10);
  for (const svg of [qr, barcode]) expect(svg).toContain('fill="#fff"');
});
