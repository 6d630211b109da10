import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { previewPages } from "../../preview-page.server.ts";
import {
  saveAdjustments,
  showAdjust,
  subjectOf,
  tryAdjustments,
} from "../../use-cases/onboarding/adjust-start.ts";
import { ADJUSTABLE, type Adjustments } from "../../use-cases/onboarding/adjustments.ts";
import { askForEffect } from "../../use-cases/onboarding/show-start.ts";
import { entryNames } from "../../use-cases/programme-labels.ts";
import { openDraft } from "../../use-cases/drafts/open-draft.ts";
import { AdjustPage } from "./adjust-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, locale, services } = await admit(args);
  const id = args.params.draft ?? "";
  const view = await showAdjust(services, shop, id);
  const found = await tryAdjustments(services, shop, { id, adjustments: {} });
  if (view === null || found === null) throw notFound("draft");
  const { programme } = found;
  const preview =
    programme === null ? null : await previewPages(shop, { programme, now: services.clock(), locale });
  const tierNames = programme === null ? {} : entryNames([programme], locale).tiers;
  return { view: { ...view, tierNames }, preview };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, locale, services } = await admit(args);
  const id = args.params.draft ?? "";
  const form = await args.request.formData();
  const adjustments = readAdjustments(form);
  if (form.get("intent") === "preview") {
    const found = await tryAdjustments(services, shop, { id, adjustments });
    if (found === null) return { outcome: "gone" as const };
    const { tried, programme } = found;
    const preview =
      programme === null ? null : await previewPages(shop, { programme, now: services.clock(), locale });
    return { outcome: "tried" as const, tried, preview };
  }
  if (!may("programme.draft")) return notAllowed("programme.draft");
  if (form.get("intent") === "effect") {
    const draft = await openDraft(services, shop, id);
    if (draft === null) return { outcome: "gone" as const };
    return askForEffect(services, shop, { subject: subjectOf(draft.document), askedBy: staff });
  }
  const revision = Number(form.get("revision"));
  return saveAdjustments(services, shop, { id, revision, adjustments, by: { staff, role } });
}

function readAdjustments(form: FormData): Adjustments {
  return Object.fromEntries(
    ADJUSTABLE.flatMap((field) => {
      const typed = form.get(field);
      return typeof typed === "string" ? [[field, typed.slice(0, 100)]] : [];
    }),
  );
}

/** Looking at what would be changes nothing. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get("intent") === "preview" ? false : defaultShouldRevalidate;
}

export default function Adjust() {
  const { view, preview } = useLoaderData<typeof loader>();
  return <AdjustPage view={view} preview={preview} />;
}
