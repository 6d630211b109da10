import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { formatsFor } from "../../texts/formats.ts";
import { templateTold } from "../../texts/template-told.ts";
import { textsFor } from "../../texts/texts.ts";
import { chooseTemplate } from "../../use-cases/onboarding/adjust-start.ts";
import { endOnboarding } from "../../use-cases/onboarding/end-onboarding.ts";
import { fieldsOf } from "../../use-cases/read-form.ts";
import { askForEffect, showStart, templatesSubject } from "../../use-cases/onboarding/show-start.ts";
import { StartPage } from "./start-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, locale, services } = await admit(args);
  const view = await showStart(services, shop);
  const { currency, timezone } = shop;
  const terms = { t: textsFor(locale), f: formatsFor({ locale, currency, timezone }), locale };
  const templates = view.templates.map(({ document, ...template }) => ({
    ...template,
    ...templateTold(document, terms),
  }));
  return { ...view, templates };
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, locale, services } = await admit(args);
  if (!may("programme.draft")) return notAllowed("programme.draft");
  const form = await args.request.formData();
  const field = fieldsOf(form);
  switch (field("intent")) {
    case "effect":
      return askForEffect(services, shop, { subject: templatesSubject(shop), askedBy: staff });
    case "keep":
      if (!may("programme.publish")) return notAllowed("programme.publish");
      return endOnboarding(services, shop, { by: staff });
    default: {
      const [template, key] = [field("template"), field("key")];
      if (!/^[\w-]{8,64}$/.test(key)) throw notFound("page");
      const name = textsFor(locale).start.templates[template]?.title ?? template;
      const begun = await chooseTemplate(services, shop, { template, name, key, by: { staff, role } });
      if (begun === null) throw notFound("page");
      return redirect(`/app/start/${begun.id}`);
    }
  }
}

export default function Start() {
  return <StartPage view={useLoaderData<typeof loader>()} />;
}
