import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { ProfileBlock } from "./blocks/profile.tsx";
import { surfaceOf } from "./surface.ts";

export default function profileBlock(): void {
  render(<ProfileBlock surface={surfaceOf(shopify)} />, document.body);
}
