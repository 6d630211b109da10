import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { changeProgramme, previewChange } from "../../use-cases/change-programme.ts";
import { readEdit } from "../../use-cases/programme-edit.ts";
import { showProgramme } from "../../use-cases/show-programme.ts";
import { ProgrammePage } from "./programme-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const view = await showProgramme(services, shop);
  if (view === null) throw notFound("programme");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("programme.publish")) return notAllowed("programme.publish");
  const form = await args.request.formData();
  const change = { edit: readEdit(form), basedOn: Number(form.get("basedOn")) };
  if (form.get("intent") === "preview") return previewChange(services, shop, change);
  return changeProgramme(services, shop, { ...change, savedBy: staff, role });
}

/** Looking at what would be changes nothing. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get("intent") === "preview" ? false : defaultShouldRevalidate;
}

export default function Programme() {
  return <ProgrammePage view={useLoaderData<typeof loader>()} />;
}
