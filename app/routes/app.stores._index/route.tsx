import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { fieldsOf } from "../../use-cases/read-form.ts";
import { foundAgency, joinAgency, leaveAgency, makeJoiningCode } from "../../use-cases/stores/joining.ts";
import { listStores } from "../../use-cases/stores/list-stores.ts";
import { StoresPage } from "./stores-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listStores(services, shop);
}

/** Who looks after whom is for owners to say. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("staff.manage")) return notAllowed("staff.manage");
  const form = await args.request.formData();
  const by = { staff, role };
  const text = fieldsOf(form);
  switch (text("deed")) {
    case "found":
      return foundAgency(services, shop, { name: text("name"), by });
    case "code":
      return makeJoiningCode(services, shop, by);
    case "join":
      return joinAgency(services, shop, { code: text("code"), by });
    default:
      return leaveAgency(services, shop, { agencyId: Number(text("agency")), by });
  }
}

export default function Stores() {
  return <StoresPage view={useLoaderData<typeof loader>()} />;
}
