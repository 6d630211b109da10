import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notFound } from "../../admin.server.ts";
import { showSimulator } from "../../use-cases/simulator/show-simulator.ts";
import { readSimulatorInput } from "../../use-cases/simulator/simulator-input.ts";
import { simulate } from "../../use-cases/simulator/simulate.ts";
import { SimulatorPage } from "./simulator-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const query = (new URL(args.request.url).searchParams.get("query") ?? "").trim().slice(0, 100);
  const view = await showSimulator(services, shop, { draftId: args.params.draft ?? null, query, locale });
  if (view === null) throw notFound("draft");
  return view;
}

/** Looks and changes nothing, so that everybody may. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const input = readSimulatorInput((await args.request.formData()).get("input"));
  if (input === null) throw notFound("page");
  return simulate(services, shop, { input, draftId: args.params.draft ?? null, locale });
}

export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData === undefined ? defaultShouldRevalidate : false;
}

export default function Simulator() {
  return <SimulatorPage view={useLoaderData<typeof loader>()} />;
}
