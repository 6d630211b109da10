import type { AdminApi } from "../admin-api.ts";
import { WebPixelCreateDocument, WebPixelDocument, WebPixelUpdateDocument } from "../generated/admin.ts";

/** A store has one pixel of an app: where there is one already, it is told the address anew. */
export async function startPixel(api: AdminApi, shopDomain: string, address: string): Promise<boolean> {
  const settings = JSON.stringify({ address, shop: shopDomain });
  const { webPixelCreate } = await api(shopDomain, WebPixelCreateDocument, { settings });
  const [fault] = webPixelCreate?.userErrors ?? [];
  if (fault === undefined) return true;
  if (fault.code !== "TAKEN") return false;
  const { webPixel } = await api(shopDomain, WebPixelDocument, {});
  if (!webPixel) return false;
  const { webPixelUpdate } = await api(shopDomain, WebPixelUpdateDocument, { id: webPixel.id, settings });
  return webPixelUpdate?.userErrors.length === 0;
}
