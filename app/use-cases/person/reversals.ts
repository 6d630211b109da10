import { findExpiries } from "../../db/expiries.ts";
import { findTransactions, type StoredTransaction } from "../../db/ledger.ts";
import type { Sql } from "../../db/sql.ts";
import type { Points } from "../../loyalty/points.ts";
import { reinstatementKey } from "../../loyalty/reinstatement.ts";
import { isByHand, reversalKey, sizeOfReversal } from "../../loyalty/reversal.ts";
import type { Instant } from "../../loyalty/time.ts";

/** When something was adjusted, and by whom. */
export interface AdjustedOnce {
  at: Instant;
  actor: string;
}

/** How an adjustment is linked to another. */
export interface Reversal {
  /** What taking it back would move, as a decimal string; null where it cannot be, or nothing of it is left. */
  wouldMove: string | null;
  /** By which it was taken back; null where it was not. */
  takenBack: AdjustedOnce | null;
  /** Which it takes back; null for none. */
  takesBack: AdjustedOnce | null;
  /** What was done to many at once, of which it is a part: it is taken back there. */
  bulk: string | null;
}

/** Of these transactions the adjustments, by their keys. */
export async function reversalsOf(
  sql: Sql,
  shopId: number,
  transactions: readonly StoredTransaction[],
): Promise<Map<string, Reversal>> {
  const adjustments = transactions.filter(({ kind }) => kind === "adjust");
  const linked = adjustments.flatMap(({ key, explanation }) => [
    ledgerKeyOfReversal(key),
    ...(explanation.kind === "adjust" && explanation.reverses !== undefined ? [explanation.reverses] : []),
  ]);
  const found = new Map((await findTransactions(sql, shopId, linked)).map((one) => [one.key, one]));
  const open = adjustments.filter((one) => isByHand(one) && !found.has(ledgerKeyOfReversal(one.key)));
  const sizes = await measureReversals(sql, shopId, open);
  return new Map(
    adjustments.map(({ key, explanation }) => {
      const reverses = explanation.kind === "adjust" ? explanation.reverses : undefined;
      const size = sizes.get(key) ?? 0n;
      return [
        key,
        {
          wouldMove: size === 0n ? null : size.toString(),
          takenBack: once(found.get(ledgerKeyOfReversal(key))),
          takesBack: once(reverses === undefined ? undefined : found.get(reverses)),
          bulk: /^adjust:bulk:([^:]+):/.exec(key)?.[1] ?? null,
        },
      ];
    }),
  );
}

/** What taking each of these adjustments back moves as things stand, by their keys. */
export async function measureReversals(
  sql: Sql,
  shopId: number,
  adjustments: readonly StoredTransaction[],
): Promise<Map<string, Points>> {
  const expired = await expiredOfLots(
    sql,
    shopId,
    adjustments.map(({ key }) => key),
  );
  return new Map(adjustments.map((one) => [one.key, sizeOfReversal(one, expired.get(one.key) ?? 0n)]));
}

/** A lot expires again only where points of it came back meanwhile. */
const MOST_EXPIRIES = 5;

/** How often in a row what expired is followed after it was given back. */
const MOST_LIVES = 12;

/**
 * How many points of these lots have expired and are still gone; the lot of an adjustment goes by its key. What staff
 * give back is a lot of its own, named after the expiry, and what of it expires is gone as well.
 */
async function expiredOfLots(
  sql: Sql,
  shopId: number,
  lots: readonly string[],
): Promise<Map<string, Points>> {
  const gone = new Map<string, Points>();
  let living = new Map(lots.map((lot) => [lot, lot]));
  for (let life = 0; living.size > 0 && life < MOST_LIVES; life++) {
    const { expiries, givenBack } = await endsOfLots(sql, shopId, [...living.keys()]);
    const lives = living;
    const origin = (key: string) => lives.get(lotThatExpired(key)) ?? key;
    const add = (key: string, points: Points) =>
      gone.set(origin(key), (gone.get(origin(key)) ?? 0n) + points);
    for (const { key, points } of expiries) add(key, points);
    for (const { key, points } of givenBack) add(key, -points);
    living = new Map(givenBack.map(({ key }) => [key, origin(key)]));
  }
  return gone;
}

interface MovedPoints {
  key: string;
  points: Points;
}

async function endsOfLots(
  sql: Sql,
  shopId: number,
  lots: readonly string[],
): Promise<{ expiries: MovedPoints[]; givenBack: MovedPoints[] }> {
  const times = lots.flatMap((lot) => Array.from({ length: MOST_EXPIRIES }, (_, n) => `${lot}:${n + 1}`));
  const expiries = await findExpiries(
    sql,
    shopId,
    times.map((time) => `expire:${time}`),
  );
  const reinstatements = await findTransactions(sql, shopId, expiries.map(reinstatementKey));
  return {
    expiries,
    givenBack: reinstatements.flatMap(({ key, explanation }) =>
      explanation.kind === "reinstate" ? [{ key, points: BigInt(explanation.points) }] : [],
    ),
  };
}

/** Of the key of an expiry, or of what was given back of it. */
function lotThatExpired(key: string): string {
  return key.replace(/^(?:expire|reinstate):/, "").replace(/:\d+$/, "");
}

function ledgerKeyOfReversal(key: string): string {
  return `adjust:${reversalKey(key)}`;
}

function once(transaction: StoredTransaction | undefined): AdjustedOnce | null {
  return transaction === undefined ? null : { at: transaction.at, actor: transaction.cause.actor };
}
