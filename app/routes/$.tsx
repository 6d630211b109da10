import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { askedLocale } from "../asked-locale.server.ts";
import { PlainPage } from "../components/plain-page.tsx";
import { textsFor } from "../texts/texts.ts";

/** Every address outside the admin at which nothing stands; in the language that the browser asks for. */
export function loader({ request }: LoaderFunctionArgs) {
  return data({ locale: askedLocale(request) }, { status: 404 });
}

export const action = loader;

export default function NothingThere() {
  const { locale } = useLoaderData<typeof loader>();
  return <PlainPage words={textsFor(locale).errors.outside.nowhere} />;
}
