const FEW = 5;

/**
 * Whether so much is gone from the store that the answer is not believed: a right that was taken from the app looks the
 * same, and points that are taken back by mistake cannot be explained to anybody.
 */
export function isDoubtful(gone: number, looked: number): boolean {
  return gone > FEW && 2 * gone > looked;
}
