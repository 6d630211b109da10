import type { ShopTransaction } from "./database.ts";
import { loadBook, type BookOf, type LoadedBook, type Work } from "./load-book.ts";
import { areCurrent, readVersions, rememberedVersions } from "./programmes.ts";

/**
 * Loads the book under every version of the programme that is saved. Those that this process knows are taken for all of
 * them and counted in the same exchange; where one was added meanwhile, the book is loaded again.
 */
export async function loadCurrentBook(
  tx: ShopTransaction,
  of: Omit<BookOf, "versions">,
  work: Work,
): Promise<LoadedBook> {
  const known = rememberedVersions(of.shop);
  if (known !== null) {
    const [current, book] = await Promise.all([
      areCurrent(tx, of.shop, known),
      loadBook(tx, { ...of, versions: known }, work),
    ]);
    if (current) return book;
  }
  return loadBook(tx, { ...of, versions: await readVersions(tx, of.shop) }, work);
}
