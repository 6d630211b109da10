import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showHome } from "../../use-cases/show-home.ts";
import { HomePage } from "./home-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return showHome(services, shop, locale);
}

export default function Home() {
  return <HomePage view={useLoaderData<typeof loader>()} />;
}
