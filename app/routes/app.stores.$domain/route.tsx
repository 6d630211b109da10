import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { fieldsOf } from "../../use-cases/read-form.ts";
import { copyProgramme } from "../../use-cases/stores/copy-programme.ts";
import { dismissStore } from "../../use-cases/stores/joining.ts";
import { chooseTemplate, showStore } from "../../use-cases/stores/show-store.ts";
import { StorePage } from "./store-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const view = await showStore(services, shop, args.params["domain"] ?? "", locale);
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const domain = args.params["domain"] ?? "";
  const by = { staff, role };
  const form = await args.request.formData();
  const text = fieldsOf(form);
  const deed = text("deed");
  if (deed === "dismiss") {
    if (!may("staff.manage")) return notAllowed("staff.manage");
    return dismissStore(services, shop, { domain, by });
  }
  if (!may("programme.draft")) return notAllowed("programme.draft");
  if (deed === "template")
    return { outcome: (await chooseTemplate(services, shop, domain)) ? "chosen" : "not-seen" } as const;
  const copy = { from: text("from"), to: text("to"), draftId: text("draft"), name: text("name"), by };
  return copyProgramme(services, shop, copy);
}

export default function Store() {
  const view = useLoaderData<typeof loader>();
  return <StorePage key={view.domain} view={view} />;
}
