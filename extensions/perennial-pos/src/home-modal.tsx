import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { FindMember } from "./parts/find-member.tsx";
import { tillOf } from "./till.ts";

export default function homeModal(): void {
  render(<FindMember till={tillOf(shopify)} scanner={shopify.scanner} />, document.body);
}
