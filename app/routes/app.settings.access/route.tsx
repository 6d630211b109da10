import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import {
  listAccess,
  makeAccessKey,
  readWantedKey,
  withdrawAccessKey,
} from "../../use-cases/apps/access-keys.ts";
import { AccessPage } from "./access-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listAccess(services, shop);
}

/** Makes a key for another app, or withdraws one. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("staff.manage")) return notAllowed("staff.manage");
  const form = await args.request.formData();
  const by = { staff, role };
  const withdrawn = form.get("withdraw");
  if (typeof withdrawn === "string") return withdrawAccessKey(services, shop, { id: withdrawn, by });
  const wanted = readWantedKey(form);
  if ("faults" in wanted) return { outcome: "refused" as const, faults: wanted.faults };
  return makeAccessKey(services, shop, { ...wanted, by });
}

export default function Access() {
  return <AccessPage view={useLoaderData<typeof loader>()} />;
}
