import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnExperiment } from "../../use-cases/experiments/act-on-experiment.ts";
import { showExperiment } from "../../use-cases/experiments/show-experiments.ts";
import { ExperimentPage } from "./experiment-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const view = await showExperiment(services, shop, { id: args.params.id ?? "", locale });
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const done = await actOnExperiment(services, shop, { id, form, by: { staff, role } });
  if (done.deed === "discard" && done.outcome === "changed") return redirect("/app/insight/experiments");
  return done;
}

export default function Experiment() {
  return <ExperimentPage view={useLoaderData<typeof loader>()} />;
}
