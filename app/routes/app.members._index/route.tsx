import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { listMembers, readMemberListQuery } from "../../use-cases/list-members.ts";
import { actOnMembers, permissionFor } from "../../use-cases/members/act-on-members.ts";
import { listGrantable } from "../../use-cases/members/list-grantable.ts";
import { listViews } from "../../use-cases/members/member-views.ts";
import { MembersPage } from "./members-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, staff, locale } = await admit(args);
  const address = new URL(args.request.url).searchParams;
  return {
    ...(await listMembers(services, shop, readMemberListQuery(address), locale)),
    views: await listViews(services, shop, staff),
    grantable: await listGrantable(services, shop, locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  const form = await args.request.formData();
  const permission = permissionFor(form);
  if (!may(permission)) return notAllowed(permission);
  return data(await actOnMembers(services, shop, { form, by: { staff, role } }));
}

export default function Members() {
  return <MembersPage view={useLoaderData<typeof loader>()} />;
}
