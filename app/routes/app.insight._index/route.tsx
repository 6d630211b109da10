import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { requestTraining } from "../../use-cases/insight/request-training.ts";
import { showTraining } from "../../use-cases/insight/show-training.ts";
import { InsightPage } from "./insight-page.tsx";
import { PARTS } from "./parts.ts";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const parts = await Promise.all(
    PARTS.map(async ({ id, address, look }) => ({ id, address, state: await look(services, shop) })),
  );
  return { parts, training: await showTraining(services, shop) };
}

/** Has all models learned anew. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const begun = await requestTraining(services, shop, { staff, role });
  return { outcome: begun ? ("begun" as const) : ("under-way" as const) };
}

export default function Insight() {
  return <InsightPage {...useLoaderData<typeof loader>()} />;
}
