import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askedLocale } from "../asked-locale.server.ts";
import { PlainPage } from "../components/plain-page.tsx";
import { textsFor } from "../texts/texts.ts";

/** Where Shopify's library leads whoever opens the app outside of a shop's admin, which alone can say who they are. */
export function loader({ request }: LoaderFunctionArgs) {
  return data({ locale: askedLocale(request) });
}

export const action = loader;

export default function OpenInAdmin() {
  const { locale } = useLoaderData<typeof loader>();
  return <PlainPage words={textsFor(locale).errors.outside.open} />;
}
