import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { WithinReach } from "./blocks/within-reach.tsx";
import { surfaceOf } from "./surface.ts";

export default function orderIndexAnnouncement(): void {
  render(<WithinReach surface={surfaceOf(shopify)} />, document.body);
}
