import { LOCALES, type Visit } from "../visit.ts";
import { ownPath } from "./account.ts";

/** Language, and light or dark for those who want to see the blocks in both. */
export async function changePreferences(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const locale = LOCALES.find((known) => known === form.get("locale_code"));
  if (locale) visit.session.locale = locale;
  const scheme = form.get("scheme");
  if (scheme === "light" || scheme === "dark") visit.session.scheme = scheme;
  const back = new URL(ownPath(form.get("return_to")) ?? "/", visit.url.origin);
  back.searchParams.delete("locale");
  return visit.redirect(`${back.pathname}${back.search}`);
}
