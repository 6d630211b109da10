import type { Book } from "./book.ts";

/** How many of a reward are held or taken now. */
export function rewardsOut(book: Book, rewardId: string): number {
  return book.rewardsOut.get(rewardId) ?? 0;
}

export function giveReward(book: Book, rewardId: string): void {
  book.rewardsOut.set(rewardId, rewardsOut(book, rewardId) + 1);
}

export function reopenReward(book: Book, rewardId: string): void {
  book.rewardsOut.set(rewardId, rewardsOut(book, rewardId) - 1);
}
