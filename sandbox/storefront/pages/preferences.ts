import { isLocale } from "../languages.ts";
import { isThemeName } from "../themes.ts";
import type { Visit } from "../visit.ts";
import { ownPath } from "./account.ts";

/** Language and theme, and light or dark for those who want to see the blocks in both. */
export async function changePreferences(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const locale = form.get("locale_code");
  if (isLocale(locale)) visit.session.locale = locale;
  const theme = form.get("theme");
  if (isThemeName(theme)) visit.session.theme = theme;
  const scheme = form.get("scheme");
  if (scheme === "light" || scheme === "dark") visit.session.scheme = scheme;
  const back = new URL(ownPath(form.get("return_to")) ?? "/", visit.url.origin);
  for (const chosen of ["locale", "theme"]) back.searchParams.delete(chosen);
  return visit.redirect(`${back.pathname}${back.search}`);
}
