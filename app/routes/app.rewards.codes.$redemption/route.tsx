import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { changeCode, readCodeChange } from "../../use-cases/rewards-admin/change-code.ts";
import { showCode } from "../../use-cases/rewards-admin/show-code.ts";
import { CodePage } from "./code-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const view = await showCode(services, shop, { id: args.params.redemption ?? "", locale });
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("members.manage")) return notAllowed("members.manage");
  const change = readCodeChange(await args.request.formData());
  if (change === null) return { outcome: "code-too-late" as const };
  return changeCode(services, shop, { id: args.params.redemption ?? "", change, by: { staff, role } });
}

export default function Code() {
  return <CodePage view={useLoaderData<typeof loader>()} />;
}
