/** The usual eleven groups of customers by how lately, how often and for how much they bought. */
export const SEGMENTS = [
  "champions",
  "loyal",
  "potential-loyalists",
  "new",
  "promising",
  "need-attention",
  "about-to-sleep",
  "at-risk",
  "cannot-lose",
  "hibernating",
  "lost",
] as const;

export type Segment = (typeof SEGMENTS)[number];

/** 5 is best of each. */
export interface RfmScore {
  recency: number;
  frequency: number;
  money: number;
}

/**
 * From 1, the lowest fifth, to 5. Equal values are of one fifth, that of the lowest of them, so that a shop where most
 * bought once does not tear them apart by chance, nor takes them for better than the least; where all are equal, all
 * are of the third.
 */
export function fifths(values: ArrayLike<number>): Uint8Array {
  const order = Array.from(values, (_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const fifth = new Uint8Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    const areAll = to - from === order.length;
    const score = areAll ? 3 : Math.floor((from / order.length) * 5) + 1;
    for (let n = from; n < to; n++) fifth[order[n] ?? 0] = score;
    from = to;
  }
  return fifth;
}

/** Scores of customers of whom we know the days since they last bought, their days of purchase and what they spent. */
export function rfmScores(
  daysSince: ArrayLike<number>,
  purchases: ArrayLike<number>,
  spent: ArrayLike<number>,
): RfmScore[] {
  const [recency, frequency, money] = [
    fifths(Float64Array.from(daysSince, (days) => -days)),
    fifths(purchases),
    fifths(spent),
  ];
  return Array.from(recency, (score, place) => {
    return { recency: score, frequency: frequency[place] ?? 3, money: money[place] ?? 3 };
  });
}

/**
 * By recency, and by the mean of frequency and money, rounded up from the half. Whoever bought on one day only goes by
 * recency alone: a single large purchase is no habit, and frequency says nothing of it where all bought once.
 */
export function segmentOf({
  recency,
  frequency,
  money,
  purchases,
}: RfmScore & { purchases: number }): Segment {
  const isRepeat = purchases > 1;
  const worth = isRepeat ? Math.floor((frequency + money + 1) / 2) : 1;
  if (recency >= 4 && worth >= 4) return "champions";
  if (recency === 5) return isRepeat ? "potential-loyalists" : "new";
  if (recency === 4) return worth >= 2 ? "potential-loyalists" : "promising";
  if (recency === 3) return worth >= 4 ? "loyal" : worth === 3 ? "need-attention" : "about-to-sleep";
  if (worth === 5) return "cannot-lose";
  if (worth >= 3) return "at-risk";
  return recency === 1 && worth === 1 ? "lost" : "hibernating";
}
