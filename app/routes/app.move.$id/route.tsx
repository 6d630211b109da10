import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnImport } from "../../use-cases/moving-in/act-on-import.ts";
import { showImport } from "../../use-cases/moving-in/show-import.ts";
import { ImportPage } from "./import-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const view = await showImport(services, shop, args.params.id ?? "");
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return notAllowed("operations");
  const form = await args.request.formData();
  return actOnImport(services, shop, { id: args.params.id ?? "", form, by: { staff, role } });
}

export default function Import() {
  return <ImportPage view={useLoaderData<typeof loader>()} />;
}
