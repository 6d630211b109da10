import type { AppClient } from "../../perennial-shared/app-client.ts";
import { appClient } from "../../perennial-shared/app-client.ts";
import type { Formats, I18n } from "../../perennial-shared/formats.ts";
import { formatsFor } from "../../perennial-shared/formats.ts";

/** `shopify` of every page of the admin, as far as it is used here. */
export interface AdminApi {
  i18n: unknown;
  auth: { idToken: () => Promise<string | null> };
  data: { selected: { id: string }[] };
}

export interface Words extends Formats {
  t: I18n["translate"];
}

export interface Admin {
  words: Words;
  app: AppClient;
  /** The customer or the order whose page it is. */
  subject: string;
}

/** The admin does not say in which language it is read: the texts themselves do. */
export function adminOf({ i18n: given, auth, data }: AdminApi): Admin {
  const i18n = given as I18n;
  const language = i18n.translate("language");
  return {
    words: { t: i18n.translate, ...formatsFor(i18n, { programme: null, language }) },
    app: appClient({ token: async () => (await auth.idToken()) ?? "", language: () => language }),
    subject: data.selected[0]?.id ?? "",
  };
}
