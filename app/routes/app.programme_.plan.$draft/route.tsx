import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { askForPlan } from "../../use-cases/publishing/ask-for-plan.ts";
import { publishDraft } from "../../use-cases/publishing/publish-draft.ts";
import { readPlanAsked, showPlan } from "../../use-cases/publishing/show-plan.ts";
import { stopPlan } from "../../use-cases/publishing/stop-plan.ts";
import { PlanPage } from "./plan-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const { searchParams } = new URL(args.request.url);
  const view = await showPlan(services, shop, readPlanAsked(args.params.draft ?? "", searchParams), locale);
  if (view === null) throw notFound("draft");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const form = await args.request.formData();
  const id = args.params.draft ?? "";
  const start = textOf(form, "start");
  const intent = form.get("intent");
  if (intent === "study" || intent === "stop") {
    if (!may("programme.draft")) return notAllowed("programme.draft");
    if (intent === "stop")
      return stopPlan(services, shop, { id, plan: textOf(form, "plan"), by: { staff, role } });
    return askForPlan(services, shop, { id, start, askedBy: staff });
  }
  if (!may("programme.publish")) return notAllowed("programme.publish");
  return publishDraft(services, shop, { id, plan: textOf(form, "plan"), start, by: { staff, role } });
}

/** What was published is a draft no more: the page that leads on would find nothing here. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const answer = actionResult as { outcome?: unknown } | undefined;
  return answer?.outcome === "applied" ? false : defaultShouldRevalidate;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

export default function Plan() {
  return <PlanPage view={useLoaderData<typeof loader>()} />;
}
