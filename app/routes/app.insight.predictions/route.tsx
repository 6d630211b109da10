import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showPredictions } from "../../use-cases/insight/show-predictions.ts";
import { PredictionsPage } from "./predictions-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showPredictions(services, shop, new URL(args.request.url).searchParams);
}

export default function Predictions() {
  return <PredictionsPage view={useLoaderData<typeof loader>()} />;
}
