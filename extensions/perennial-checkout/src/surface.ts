import type { StandardApi } from "@shopify/ui-extensions/checkout";
import { appClient, type AppClient } from "../../perennial-shared/app-client.ts";
import { formatsFor, type Formats, type I18n } from "../../perennial-shared/formats.ts";
import { ownRewardName } from "../../perennial-shared/own-names.ts";
import { programmeAmong } from "../../perennial-shared/summaries.ts";

export interface Words extends Formats {
  t: I18n["translate"];
  /** What the merchant calls a reward, else what it is. */
  rewardName: (id: string, title: string) => string;
}

export function appOf({
  localization,
  sessionToken,
}: Pick<StandardApi, "localization" | "sessionToken">): AppClient {
  return appClient({
    token: () => sessionToken.get(),
    language: () => localization.language.value.isoCode,
  });
}

/** Read while drawing, so that the words follow what the checkout is handed. */
export function wordsOf({
  i18n,
  localization,
  appMetafields,
}: Pick<StandardApi, "i18n" | "localization" | "appMetafields">): Words {
  const programme = programmeAmong(appMetafields.value);
  const language = localization.language.value.isoCode;
  return {
    t: i18n.translate,
    rewardName: (id, title) => ownRewardName(programme, language, id) ?? title,
    ...formatsFor(i18n, {
      programme,
      language,
      currency: localization.currency.value.isoCode,
    }),
  };
}
