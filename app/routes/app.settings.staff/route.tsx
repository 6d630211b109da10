import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { giveRole, readRoleGift } from "../../use-cases/staff/give-role.ts";
import { listStaff } from "../../use-cases/staff/list-staff.ts";
import { StaffPage } from "./staff-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, staff, services } = await admit(args);
  return listStaff(services, shop, staff);
}

/** Gives somebody a role. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("staff.manage")) return notAllowed("staff.manage");
  const gift = readRoleGift(await args.request.formData());
  if (gift === null) return { outcome: "unknown" as const };
  return giveRole(services, shop, { ...gift, by: { staff, role } });
}

export default function Staff() {
  return <StaffPage view={useLoaderData<typeof loader>()} />;
}
