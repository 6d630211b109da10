import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showModels } from "../../use-cases/insight/show-models.ts";
import { ModelsPage } from "./models-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showModels(services, shop);
}

export default function Models() {
  return <ModelsPage view={useLoaderData<typeof loader>()} />;
}
