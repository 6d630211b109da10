import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnDraft, type ActedOnDraft } from "../../use-cases/drafts/act-on-draft.ts";
import { openDraft } from "../../use-cases/drafts/open-draft.ts";
import { EditorPage } from "./editor-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const draft = await openDraft(services, shop, args.params.draft ?? "");
  if (draft === null) throw notFound("draft");
  return { ...draft, now: services.clock() };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const form = await args.request.formData();
  if (form.get("intent") !== "look" && !may("programme.draft")) return notAllowed("programme.draft");
  const actor = { savedBy: staff, role };
  return actOnDraft(services, shop, { id: args.params.draft ?? "", form, actor });
}

/**
 * Looking at what was typed changes nothing; and once the draft is gone, what was typed is all that is left of it, so
 * that the page has to stay.
 */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { formData, defaultShouldRevalidate } = args;
  if (formData === undefined) return defaultShouldRevalidate;
  const answer = args.actionResult as Partial<ActedOnDraft> | undefined;
  return answer?.outcome === "saved" || answer?.outcome === "overtaken";
}

export default function ProgrammeEditor() {
  const draft = useLoaderData<typeof loader>();
  return <EditorPage key={draft.id} draft={draft} />;
}
