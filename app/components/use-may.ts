import { useRouteLoaderData } from "@remix-run/react";
import type { Texts } from "../texts/texts.ts";

/** What not everybody may do, by the name it has on the server. */
export type Permission = keyof Texts["staff"]["notAllowed"]["why"];
export type Role = keyof Texts["staff"]["roles"];

/** What the frame around all pages knows of whoever looks at them. */
export interface StaffTerms {
  role: Role;
  permissions: readonly Permission[];
}

const NOBODY: StaffTerms = { role: "read-only", permissions: [] };

function useStaffTerms(): StaffTerms {
  return useRouteLoaderData<StaffTerms>("routes/app") ?? NOBODY;
}

/** Whether this person may do something, so that pages offer nothing that the server would refuse. It always asks itself. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useStaffTerms();
  return (permission) => permissions.includes(permission);
}

export function useRole(): Role {
  return useStaffTerms().role;
}
