import { Refusal } from "../http/answer.ts";
import type { Shop } from "../state/types.ts";
import { openExtension } from "../storefront/app-blocks.ts";
import { PLACES } from "../storefront/theme-choice.ts";
import type { ActionOf } from "./actions.ts";
import type { Scene } from "./scene.ts";

/** What a merchant does in the theme editor: where the app's blocks stand, and which embeds are on, from now on. */
export function arrangeTheme(scene: Scene, { places, embeds }: ActionOf<"theme.arrange">): Shop {
  const noPlace = places.find((place) => !PLACES.includes(place));
  if (noPlace !== undefined) throw new Refusal(`The theme has no place "${noPlace}" for blocks.`);
  const noEmbed = embeds.find((embed) => !openExtension().embeds.includes(embed));
  if (noEmbed !== undefined) throw new Refusal(`The app has no embed "${noEmbed}".`);
  scene.collection("themeChoice").put({ id: "main", places, embeds, updatedAt: scene.at });
  return scene.shop;
}
