import { describe, expect, test } from "vitest";
import { enStaff } from "../../texts/en-staff.ts";
import { FIRST_SETTINGS } from "../settings/shop-settings.ts";
import { limitOf } from "./adjustment-limit.ts";
import { isRole, mayDo, PERMISSIONS, permissionsOf, ROLES, type Permission } from "./permissions.ts";

const SUPPORT: Permission[] = ["points.adjust", "members.manage"];
const OWNERS_ALONE: Permission[] = ["staff.manage", "members.erase"];

describe("what a role may do", () => {
  test.each(PERMISSIONS)("an owner may do everything: %s", (permission) => {
    expect(mayDo("owner", permission)).toBe(true);
  });

  test.each(PERMISSIONS)("a manager may do %s unless it is the owner's alone", (permission) => {
    expect(mayDo("manager", permission)).toBe(!OWNERS_ALONE.includes(permission));
  });

  test.each(PERMISSIONS)("support may do %s only if it helps one member", (permission) => {
    expect(mayDo("support", permission)).toBe(SUPPORT.includes(permission));
  });

  test.each(PERMISSIONS)("a reader may not do %s", (permission) => {
    expect(mayDo("read-only", permission)).toBe(false);
  });

  test("pages know the same roles and permissions by name, each with a reason for its refusal", () => {
    expect(Object.keys(enStaff.roles).sort()).toEqual([...ROLES].sort());
    expect(Object.keys(enStaff.notAllowed.why).sort()).toEqual([...PERMISSIONS].sort());
    expect(permissionsOf("support")).toEqual(SUPPORT);
  });

  test.each([
    ["owner", true],
    ["read-only", true],
    ["Owner", false],
    ["", false],
    [null, false],
    ["constructor", false],
  ])("%j is a role: %j", (text, is) => {
    expect(isRole(text)).toBe(is);
  });
});

test("nobody is kept from points by a limit but support and managers, and a reader moves none", () => {
  const settings = {
    ...FIRST_SETTINGS,
    limits: { support: { each: 5n, day: null }, manager: { each: null, day: 9n } },
  };
  expect(ROLES.map((role) => limitOf(role, settings))).toEqual([
    { each: null, day: null },
    { each: null, day: 9n },
    { each: 5n, day: null },
    { each: 0n, day: 0n },
  ]);
});
