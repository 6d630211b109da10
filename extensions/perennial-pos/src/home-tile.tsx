import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { Tile } from "./parts/tile.tsx";
import { tillOf } from "./till.ts";

export default function homeTile(): void {
  render(<Tile till={tillOf(shopify)} present={() => shopify.action.presentModal()} />, document.body);
}
