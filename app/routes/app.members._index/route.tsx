import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { listMembers, readMemberListQuery } from "../../use-cases/list-members.ts";
import { MembersPage } from "./members-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listMembers(services, shop, readMemberListQuery(new URL(args.request.url).searchParams));
}

export default function Members() {
  return <MembersPage view={useLoaderData<typeof loader>()} />;
}
