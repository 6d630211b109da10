import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showMoving } from "../../use-cases/moving-in/show-import.ts";
import { MovingPage } from "./moving-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showMoving(services, shop);
}

export default function Moving() {
  return <MovingPage view={useLoaderData<typeof loader>()} />;
}
