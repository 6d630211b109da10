import type { ShopTransaction } from "../db/database.ts";
import {
  chainsAreLinked,
  countPostings,
  countWholeRows,
  endBulk,
  figuresAgree,
  findOrderAmiss,
  listRanges,
  lotsAgree,
  nothingFellBelowZero,
  prepareForBulk,
} from "../db/ledger-check.ts";

/** Rows that one reader checks before it takes other work: few enough that readers end at about the same time. */
const ROWS_A_TASK = 100_000;

type Task = (tx: ShopTransaction) => Promise<boolean>;

/** Told how many of how many steps are done; whoever listens may wait for no database that is being read. */
export type Progress = (done: number, steps: number) => void;

/**
 * Whether everything in the shop's ledger is as it must be, by sums and hashes over all rows at once. `readers` see the
 * same instant and share the work. What is amiss, and where, is not asked here.
 */
export async function checkInBulk(
  readers: readonly [ShopTransaction, ...ShopTransaction[]],
  progress: Progress = () => undefined,
): Promise<{ isWhole: boolean; transactions: number }> {
  for (const tx of readers) await prepareForBulk(tx);
  const read = { transactions: 0n, postings: 0n };
  const rows = (await listRanges(readers[0], ROWS_A_TASK)).map((range): Task => async (tx) => {
    const { transactions, postings, whole } = await countWholeRows(tx, range);
    read.transactions += transactions;
    read.postings += postings;
    return whole === transactions;
  });
  const wholes: Task[] = [
    chainsAreLinked,
    nothingFellBelowZero,
    lotsAgree,
    figuresAgree,
    async (tx) => (await findOrderAmiss(tx)) === null,
  ];
  const results = await shareOut([...wholes, ...rows], readers, progress);
  const isWhole = results.every(Boolean) && (await countPostings(readers[0])) === read.postings;
  for (const tx of readers) await endBulk(tx);
  return { isWhole, transactions: Number(read.transactions) };
}

/** Every reader takes the next task when it has done one. */
async function shareOut(
  tasks: Task[],
  readers: readonly ShopTransaction[],
  progress: Progress,
): Promise<boolean[]> {
  const waiting = tasks.values();
  const results: boolean[] = [];
  await Promise.all(
    readers.map(async (tx) => {
      for (const task of waiting) {
        results.push(await task(tx));
        progress(results.length, tasks.length);
      }
    }),
  );
  return results;
}
