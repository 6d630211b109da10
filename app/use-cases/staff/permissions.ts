import { ROLES, type Role } from "../../db/staff-members.ts";

export { ROLES, type Role };

/** Everything in the admin that not everybody may do. To look is allowed to everybody who may open the app. */
export const PERMISSIONS = [
  "programme.draft",
  /** Also to pause, resume, archive and restore. */
  "programme.publish",
  /** As many as the role may: see adjustment-limit.ts. */
  "points.adjust",
  /** To grant, release, reinstate and block, one member at a time. */
  "members.manage",
  /** To merge, and to do things to many at once. */
  "members.bulk",
  "members.export",
  "members.erase",
  "rewards.manage",
  /** To learn models anew, and to change recommendations, segments, experiments and offers. */
  "insight.manage",
  /** To retry, reconcile, verify, export the shop and move in. */
  "operations",
  "staff.manage",
  "settings",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const ALLOWED: Record<Role, readonly Permission[]> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS.filter(
    (permission) => permission !== "staff.manage" && permission !== "members.erase",
  ),
  support: ["points.adjust", "members.manage"],
  "read-only": [],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}

export function permissionsOf(role: Role): readonly Permission[] {
  return ALLOWED[role];
}

export function isRole(text: unknown): text is Role {
  return (ROLES as readonly unknown[]).includes(text);
}
