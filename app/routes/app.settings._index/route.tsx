import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { readSettings } from "../../use-cases/settings/read-settings.ts";
import { saveSettings } from "../../use-cases/settings/save-settings.ts";
import { showSettings } from "../../use-cases/settings/show-settings.ts";
import { SettingsPage } from "./settings-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showSettings(services, shop);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("settings")) return notAllowed("settings");
  const form = await args.request.formData();
  const read = readSettings(form, shop.currency);
  if (!read.ok) return { outcome: "refused" as const, faults: read.faults };
  return saveSettings(services, shop, {
    change: read.change,
    revision: Number(form.get("revision")),
    by: { staff, role },
    action: "settings.saved",
  });
}

export default function Settings() {
  return <SettingsPage view={useLoaderData<typeof loader>()} />;
}
