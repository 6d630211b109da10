import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { readKeep } from "../../use-cases/settings/read-settings.ts";
import { saveSettings } from "../../use-cases/settings/save-settings.ts";
import { showPrivacy } from "../../use-cases/settings/show-privacy.ts";
import { PrivacyPage } from "./privacy-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showPrivacy(services, shop);
}

/** Saves for how long what is kept. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("settings")) return notAllowed("settings");
  const form = await args.request.formData();
  const keep = readKeep(form);
  if (keep === null) return { outcome: "refused" as const, faults: [] };
  return saveSettings(services, shop, {
    change: { keep },
    revision: Number(form.get("revision")),
    by: { staff, role },
    action: "retention.saved",
  });
}

export default function Privacy() {
  return <PrivacyPage view={useLoaderData<typeof loader>()} />;
}
