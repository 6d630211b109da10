export type Limits = {
  /** Size of the bucket, in points. */
  maximumAvailable: number;
  /** Points that come back every second. */
  restoreRate: number;
};

/** Those of a store on Shopify's standard plan. */
export const STANDARD_LIMITS: Limits = { maximumAvailable: 2000, restoreRate: 100 };

export type ThrottleStatus = Limits & { currentlyAvailable: number };

/** The leaky bucket of one app in one store. It runs on real time: what it guards is real traffic. */
export class Bucket {
  readonly #now: () => number;
  #used = 0;
  #asOf: number;

  /** `now`: milliseconds of a clock that only goes forward. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#asOf = now();
  }

  status(limits: Limits): ThrottleStatus {
    this.#leak(limits);
    return { ...limits, currentlyAvailable: Math.max(0, Math.floor(limits.maximumAvailable - this.#used)) };
  }

  /** Reserves what a query may cost at most; false where the bucket does not hold it. */
  reserve(points: number, limits: Limits): boolean {
    if (this.status(limits).currentlyAvailable < points) return false;
    this.#used += points;
    return true;
  }

  /** Gives back what was reserved and not needed. */
  giveBack(points: number): void {
    this.#used = Math.max(0, this.#used - points);
  }

  #leak({ restoreRate }: Limits): void {
    const now = this.#now();
    this.#used = Math.max(0, this.#used - ((now - this.#asOf) / 1000) * restoreRate);
    this.#asOf = now;
  }
}
