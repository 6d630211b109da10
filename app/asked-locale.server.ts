import { acceptedLanguages } from "./texts/rewards/reward-texts.ts";
import { localeFor } from "./texts/texts.ts";

/** For whoever is not known: the language that their browser asks for first, of those that the admin speaks. */
export function askedLocale(request: Request): string {
  const [first = "en"] = acceptedLanguages(request.headers.get("accept-language"));
  return localeFor(first);
}
