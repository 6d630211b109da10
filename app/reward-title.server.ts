import { unnamedRewardTitle } from "./texts/entry-titles.ts";
import { formatsFor } from "./texts/formats.ts";
import { textsFor } from "./texts/texts.ts";
import type { RewardTitle } from "./use-cases/services.ts";

export const rewardTitle: RewardTitle = (reward, terms) =>
  unnamedRewardTitle(reward, { t: textsFor(terms.locale), f: formatsFor(terms) });
