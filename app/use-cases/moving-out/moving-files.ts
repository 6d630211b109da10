import type { ShopRow } from "../../db/shops.ts";
import { isFormat, type FormatId } from "../../moving/formats.ts";
import { faultyRowsCsv } from "../moving-in/faulty-rows.ts";
import { importReceipt } from "../moving-in/show-import.ts";
import type { Services } from "../services.ts";
import { exportMembersCsv } from "./export-members.ts";
import { exportShop } from "./export-shop.ts";

export type FileWish = { name: string; type: string } & (
  | { what: "everything"; withoutPersons: boolean }
  | { what: "members"; format: FormatId }
  | { what: "refused"; importId: string }
  | { what: "receipt"; importId: string }
);

const CSV = "text/csv; charset=utf-8";

/** What an address asks for; null for nothing that there is. */
export function readFileWish(file: string, address: URLSearchParams): FileWish | null {
  const importId = /^[0-9a-f]{16}(-\d{1,4})?$/.exec(address.get("import") ?? "")?.[0];
  const format = address.get("format") ?? "";
  if (file === "everything")
    return {
      what: "everything",
      name: "perennial-export.ndjson",
      type: "application/x-ndjson",
      withoutPersons: address.get("persons") === "none",
    };
  if (file === "members" && isFormat(format))
    return { what: "members", name: `perennial-members-${format}.csv`, type: CSV, format };
  if (file === "refused" && importId !== undefined)
    return { what: "refused", name: "refused-rows.csv", type: CSV, importId };
  if (file === "receipt" && importId !== undefined)
    return { what: "receipt", name: `receipt-${importId}.json`, type: "application/json", importId };
  return null;
}

/** `say` puts what a file tells in the app's own words into the reader's language. */
export async function writeMovingFile(
  services: Services,
  shop: ShopRow,
  wish: FileWish,
  { write, say }: { write: (text: string) => Promise<void>; say: (words: string) => string },
): Promise<void> {
  switch (wish.what) {
    case "everything":
      await exportShop(services, shop, { withoutPersons: wish.withoutPersons, write });
      return;
    case "members":
      await exportMembersCsv(services, shop, { format: wish.format, write });
      return;
    case "refused":
      for await (const line of (await faultyRowsCsv(services, shop, wish.importId, say)) ?? [])
        await write(line);
      return;
    case "receipt":
      await write(`${JSON.stringify(await importReceipt(services, shop, wish.importId), null, 2)}\n`);
  }
}
