import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnPlan } from "../../use-cases/experiments/act-on-plan.ts";
import { showPlan } from "../../use-cases/experiments/show-plan.ts";
import { PlanPage } from "../app.insight.experiments.new/plan-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const id = args.params.id ?? "";
  const plan = await showPlan(services, shop, { id, locale });
  if (plan === null) throw notFound("page");
  return plan.isDraft ? plan : redirect(`/app/insight/experiments/${id}`);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may, locale } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  form.set("id", args.params.id ?? "");
  const done = await actOnPlan(services, shop, { form, locale, by: { staff, role } });
  return done.outcome === "planned" ? redirect(`/app/insight/experiments/${done.id}`) : done;
}

/** What somebody is filling in is not taken from under them, whatever has become of the plan meanwhile. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod === undefined && defaultShouldRevalidate;
}

export default function EditExperiment() {
  const { choices, ...editing } = useLoaderData<typeof loader>();
  return <PlanPage key={editing.id} choices={choices} editing={editing} />;
}
