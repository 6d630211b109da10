import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

/** The app's web pixel, as its extension declares it. */
export interface PixelExtension {
  folder: string;
  /** Settings that it must be given. */
  fields: string[];
}

const tomlSchema = z.object({
  type: z.literal("web_pixel_extension"),
  runtime_context: z.literal("strict"),
  customer_privacy: z.object({
    analytics: z.boolean(),
    marketing: z.boolean(),
    preferences: z.boolean(),
    sale_of_data: z.string(),
  }),
  settings: z.object({ fields: z.record(z.string(), z.object({ type: z.string() })) }),
});

/** An app has one at most; null for none, or for one that Shopify would not take. */
export function findPixelExtension(folder: string): PixelExtension | null {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, "shopify.extension.toml");
    if (!existsSync(file)) continue;
    const parsed = tomlSchema.safeParse(parse(readFileSync(file, "utf8")));
    if (parsed.success)
      return { folder: join(folder, name), fields: Object.keys(parsed.data.settings.fields) };
  }
  return null;
}
