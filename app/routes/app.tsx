import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { admit, notFound } from "../admin.server.ts";
import adminStyles from "../components/admin.css?url";
import { AppFrame } from "../components/app-frame.tsx";
import { problemOf, ProblemPage } from "../components/page-error.tsx";
import { polarisTextsFor } from "../texts/polaris.ts";
import { wasChosen } from "../use-cases/onboarding/read-checklist.ts";
import { isAgency } from "../use-cases/stores/seen-stores.ts";
import { permissionsOf } from "../use-cases/staff/permissions.ts";
import { namesOfStaff } from "../use-cases/staff/staff-names.ts";

export const links: LinksFunction = () =>
  [polarisStyles, adminStyles].map((href) => ({ rel: "stylesheet", href }));

export async function loader(args: LoaderFunctionArgs) {
  const { shop, role, locale, services } = await admit(args);
  const { pathname, search } = new URL(args.request.url);
  // Opened for the first time the app leads to the first steps; its home stays one click away.
  if (pathname === "/app" && !(await wasChosen(services, shop))) throw redirect(`/app/start${search}`);
  return {
    apiKey: args.context.perennial.env.apiKey,
    locale,
    polarisTexts: polarisTextsFor(locale),
    currency: shop.currency,
    timezone: shop.timezone,
    role,
    permissions: permissionsOf(role),
    isAgency: await isAgency(services, shop),
    staffNames: await namesOfStaff(services, shop),
  };
}

/** No form is taken here; whoever sends one without a token is led to where the app opens, as on every page. */
export async function action(args: ActionFunctionArgs): Promise<never> {
  await admit(args);
  throw notFound("page");
}

/** What the frame needs does not change while it is open; what a person may do is asked at each deed anyway. */
export const shouldRevalidate = () => false;

export default function EmbeddedApp() {
  const { apiKey, polarisTexts } = useLoaderData<typeof loader>();
  return (
    // App Bridge stands in the document's head.
    <AppProvider isEmbeddedApp={false} apiKey={apiKey} i18n={polarisTexts}>
      <AppFrame />
    </AppProvider>
  );
}

/** Redirects and bounces of Shopify's library travel as thrown answers: they must reach the browser as they are. */
export function ErrorBoundary() {
  const error = useRouteError();
  const problem = problemOf(error);
  if (problem === null) return boundary.error(error);
  return (
    <AppProvider isEmbeddedApp={false} apiKey="">
      <ProblemPage problem={problem} />
    </AppProvider>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
