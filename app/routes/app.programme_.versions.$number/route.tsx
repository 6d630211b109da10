import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { textsFor } from "../../texts/texts.ts";
import { cancelStart } from "../../use-cases/versions/cancel-start.ts";
import { restoreVersion } from "../../use-cases/versions/restore-version.ts";
import { showVersion } from "../../use-cases/versions/show-version.ts";
import { VersionPage } from "./version-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const other = Number(new URL(args.request.url).searchParams.get("with") ?? 0);
  const wish = { number: Number(args.params.number), other: other === 0 ? null : other, locale };
  const view = await showVersion(services, shop, wish);
  if (view === null) throw notFound("version");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, locale, services } = await admit(args);
  if (!may("programme.publish")) return notAllowed("programme.publish");
  const form = await args.request.formData();
  const number = Number(args.params.number);
  const by = { staff, role };
  if (form.get("intent") === "cancel") return cancelStart(services, shop, { number, by });
  const key = form.get("key");
  if (typeof key !== "string" || !/^[\w-]{8,64}$/.test(key)) throw notFound("page");
  const name = textsFor(locale).versions.restore.name(number);
  return restoreVersion(services, shop, { number, name, key, by });
}

export default function Version() {
  return <VersionPage view={useLoaderData<typeof loader>()} />;
}
