import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { setControlGroup } from "../../use-cases/experiments/control-group.ts";
import { showExperiments } from "../../use-cases/experiments/show-experiments.ts";
import { ExperimentsPage } from "./experiments-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showExperiments(services, shop);
}

/** Changes the control group. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const number = (name: string) => Number(form.get(name) ?? Number.NaN);
  const change = { share: number("share"), shown: number("shown"), by: { staff, role } };
  return setControlGroup(services, shop, change);
}

export default function Experiments() {
  return <ExperimentsPage view={useLoaderData<typeof loader>()} />;
}
