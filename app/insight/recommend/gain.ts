/** NDCG of a list of items, the best first, each wanted or not: 1 where the wanted ones stand first (Järvelin 2002). */
export function gainOf(shown: readonly number[], wanted: ReadonlySet<number>, most = 10): number {
  let gain = 0;
  shown.slice(0, most).forEach((item, place) => {
    if (wanted.has(item)) gain += 1 / Math.log2(place + 2);
  });
  let best = 0;
  for (let place = 0; place < Math.min(most, wanted.size); place++) best += 1 / Math.log2(place + 2);
  return best === 0 ? 0 : gain / best;
}
