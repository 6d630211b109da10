import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnExperiment } from "../../use-cases/experiments/act-on-experiment.ts";
import { showExperiment } from "../../use-cases/experiments/show-experiments.ts";
import { listOffers } from "../../use-cases/offers/show-offers.ts";
import { ExperimentPage } from "./experiment-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const view = await showExperiment(services, shop, { id: args.params.id ?? "", locale });
  if (view === null) throw notFound("page");
  if (view.experiment.kind !== "offers") return { view, offers: null };
  const after = Number(new URL(args.request.url).searchParams.get("after") ?? 0);
  const asked = { id: view.experiment.id, after: Number.isInteger(after) ? after : 0 };
  return { view, offers: await listOffers(services, shop, asked) };
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
  return <ExperimentPage {...useLoaderData<typeof loader>()} />;
}
