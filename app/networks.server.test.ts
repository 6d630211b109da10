import { expect, test } from "vitest";
import { networkOf } from "./networks.server.ts";

test("everybody within one IPv6 network of 64 bits is one sender, however the address is written", () => {
  const written = ["2001:db8:0:7::1", "2001:0DB8::7:a:b:c:d", "2001:db8:0:7:ffff:ffff:ffff:ffff%eth0"];
  expect(new Set(written.map(networkOf))).toEqual(new Set(["2001:db8:0:7"]));
  expect(networkOf("2001:db8:0:8::1")).toBe("2001:db8:0:8");
  expect(networkOf("::1")).toBe("0:0:0:0");
});

test("an IPv4 address is a sender of its own, also where it is written as IPv6", () => {
  expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(networkOf("192.0.2.2")).toBe("192.0.2.2");
  expect(networkOf("")).toBe("");
});
