import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { readRulesForm } from "../../use-cases/recommend/read-rules-form.ts";
import { saveRules } from "../../use-cases/recommend/save-rules.ts";
import { readPreviewAsked } from "../../use-cases/recommend/show-preview.ts";
import { showRecommendations } from "../../use-cases/recommend/show-recommendations.ts";
import { showTraining } from "../../use-cases/insight/show-training.ts";
import { RecommendationsPage } from "./recommendations-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const asked = readPreviewAsked(new URL(args.request.url).searchParams);
  const view = await showRecommendations(services, shop, asked);
  return { view, training: await showTraining(services, shop), currency: shop.currency };
}

/** Saves the rules. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const read = readRulesForm(form);
  if (!read.ok) return { outcome: "refused" as const, faults: read.faults };
  const revision = Number(form.get("revision"));
  return saveRules(services, shop, { rules: read.rules, revision, by: { staff, role } });
}

export default function Recommendations() {
  return <RecommendationsPage {...useLoaderData<typeof loader>()} />;
}
