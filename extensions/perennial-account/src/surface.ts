import type { StandardApi } from "@shopify/ui-extensions/customer-account";
import { appClient, type AppClient } from "../../perennial-shared/app-client.ts";
import { formatsFor, type Formats, type I18n } from "../../perennial-shared/formats.ts";
import { ownRewardName } from "../../perennial-shared/own-names.ts";
import type { ProgrammeSummary } from "../../../app/loyalty/summary.ts";

/** What every part of these pages needs of the platform, whichever target it stands in. */
export interface Surface {
  i18n: I18n;
  /** The buyer's, which the merchant's own names are looked up by. */
  language: string;
  app: AppClient;
}

/** Words and formats, once it is known how the shop's programme calls its points. */
export interface Words extends Formats {
  t: I18n["translate"];
  language: string;
  i18n: I18n;
  programme: ProgrammeSummary | null;
  /** What the merchant calls a reward, else what it is. */
  rewardName: (id: string, title: string) => string;
}

export function surfaceOf({
  i18n,
  localization,
  sessionToken,
}: Pick<StandardApi, "i18n" | "localization" | "sessionToken">): Surface {
  const language = () => localization.language.value.isoCode;
  return {
    i18n,
    get language() {
      return language();
    },
    app: appClient({ token: () => sessionToken.get(), language }),
  };
}

export function wordsFor({ i18n, language }: Surface, programme: ProgrammeSummary | null): Words {
  return {
    t: i18n.translate,
    i18n,
    language,
    programme,
    rewardName: (id, title) => ownRewardName(programme, language, id) ?? title,
    ...formatsFor(i18n, { programme, language }),
  };
}
