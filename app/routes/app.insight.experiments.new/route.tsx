import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { actOnPlan } from "../../use-cases/experiments/act-on-plan.ts";
import { showPlanChoices } from "../../use-cases/experiments/show-experiments.ts";
import { PlanPage } from "./plan-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return showPlanChoices(services, shop, locale);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may, locale } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const done = await actOnPlan(services, shop, { form, locale, by: { staff, role } });
  return done.outcome === "planned" ? redirect(`/app/insight/experiments/${done.id}`) : done;
}

export default function NewExperiment() {
  return <PlanPage choices={useLoaderData<typeof loader>()} />;
}
