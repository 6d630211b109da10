import type { ShopTransaction } from "../../db/database.ts";
import { listWritingsWith, rewriteFeedback } from "../../db/feedback.ts";
import { findNamings } from "../../db/persons.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { withoutPerson, wordsNaming } from "./without-person.ts";

/** What somebody else wrote is theirs and stays, without whom it names; while the name is still known. */
export async function takeOutOfFeedback(tx: ShopTransaction, memberIds: MemberId[]): Promise<void> {
  const namings = await findNamings(tx, tx.shopId, memberIds);
  const person = { ids: memberIds, namings: [...namings.values()] };
  const found = await listWritingsWith(tx, { words: wordsNaming(person), except: memberIds });
  const rewritten = found
    .map((row) => ({
      before: row,
      after: {
        ...row,
        message: withoutPerson(row.message, person),
        note: withoutPerson(row.note, person),
      },
    }))
    .filter(({ before, after }) => before.message !== after.message || before.note !== after.note);
  if (rewritten.length > 0)
    await rewriteFeedback(
      tx,
      rewritten.map(({ after }) => after),
    );
}
