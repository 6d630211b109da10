import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { actOnDrafts } from "../../use-cases/drafts/act-on-drafts.ts";
import { showProgramme } from "../../use-cases/show-programme.ts";
import { ProgrammePage } from "./programme-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showProgramme(services, shop);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("programme.draft")) return notAllowed("programme.draft");
  const form = await args.request.formData();
  return actOnDrafts(services, shop, { form, actor: { savedBy: staff, role } });
}

export default function Programme() {
  return <ProgrammePage view={useLoaderData<typeof loader>()} />;
}
