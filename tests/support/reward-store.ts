import { StoreUnavailable } from "../../app/commerce/platform.ts";
import {
  OutcomeUnknown,
  StoreRefused,
  type BenefitOrder,
  type CodesAdded,
  type Made,
  type RewardStore,
  type SharedDiscount,
} from "../../app/commerce/reward-store.ts";

/** What the store does with the next askings, one each, before it goes on as usual. */
export type Mishap = "silent" | "lost-answer" | "lost-question" | { refuses: string };

interface TestDiscount {
  id: string;
  order: Pick<BenefitOrder, "benefit" | "combinesWith" | "endsAt" | "minimum">;
  customers: string[];
  codes: string[];
  active: boolean;
}

/** The store's discounts, credits and gift cards as far as loyalty asks for them, and what can go wrong between. */
export class TestRewardStore implements RewardStore {
  discounts: TestDiscount[] = [];
  credits: { id: string; customer: string; amount: bigint }[] = [];
  giftCards: { id: string; customer: string; code: string; amount: bigint }[] = [];
  tags = new Map<string, Set<string>>();
  mishaps: Mishap[] = [];
  asked: string[] = [];
  /** Keeps whoever asks for a benefit waiting. */
  stalled: Promise<void> | null = null;
  #ids = 0;

  discountWith(code: string): TestDiscount | undefined {
    return this.discounts.find(({ codes }) => codes.includes(code));
  }

  async makeBenefit(_shop: string, order: BenefitOrder): Promise<Made> {
    return this.#through("make", () => this.#make(order), refusal);
  }

  benefitWatermark(_shop: string, order: BenefitOrder): Promise<string | null> {
    if (order.benefit.kind !== "store-credit") return Promise.resolve(null);
    const own = this.credits.filter(({ customer }) => customer === order.customerId);
    return Promise.resolve(own.at(-1)?.id ?? "0");
  }

  findBenefit(_shop: string, order: BenefitOrder, watermark: string | null): Promise<string[]> {
    this.asked.push("find");
    const { benefit, customerId, code } = order;
    if (benefit.kind === "store-credit")
      return Promise.resolve(
        this.credits
          .filter((credit) => credit.customer === customerId && credit.amount === benefit.value)
          .filter(({ id }) => Number(id) > Number(watermark ?? "0"))
          .map(({ id }) => id),
      );
    const known =
      benefit.kind === "gift-card"
        ? this.giftCards.find((card) => card.code === code)
        : this.discountWith(code);
    return Promise.resolve(known === undefined ? [] : [known.id]);
  }

  disableCode(_shop: string, code: string): Promise<boolean> {
    return this.#through("disable", () => {
      const discount = this.discountWith(code);
      if (discount !== undefined) discount.active = false;
      return discount !== undefined;
    });
  }

  withdrawCode(_shop: string, code: string): Promise<boolean> {
    return this.#through("withdraw", () => {
      const discount = this.discountWith(code);
      if (discount === undefined) return false;
      if (discount.codes.length === 1) discount.active = false;
      else discount.codes = discount.codes.filter((other) => other !== code);
      return true;
    });
  }

  makeSharedDiscount(_shop: string, { customerIds, ...order }: SharedDiscount): Promise<Made> {
    const known = this.discountWith(order.code);
    if (known !== undefined) return Promise.resolve({ outcome: "made", reference: known.id });
    return this.#through("make", () => this.#discount(order, customerIds), refusal);
  }

  addCodes(_shop: string, discount: string, codes: string[]): Promise<string> {
    return this.#through("add", () => {
      const found = this.discounts.find(({ id }) => id === discount);
      for (const code of codes) if (!found?.codes.includes(code)) found?.codes.push(code);
      return `adding ${discount}`;
    });
  }

  codesAdded(): Promise<CodesAdded> {
    return Promise.resolve({ state: "done", refused: new Map() });
  }

  async #through<T>(what: string, work: () => T, refuse?: (reason: string) => T): Promise<T> {
    this.asked.push(what);
    await this.stalled;
    const mishap = this.mishaps.shift();
    if (mishap === "silent") throw new StoreUnavailable("the store did not answer");
    if (mishap === "lost-question") throw new OutcomeUnknown("the line broke");
    if (typeof mishap === "object") {
      if (refuse === undefined) throw new StoreRefused(mishap.refuses);
      return refuse(mishap.refuses);
    }
    const answer = work();
    if (mishap === "lost-answer") throw new OutcomeUnknown("the line broke");
    return answer;
  }

  #make(order: BenefitOrder): Made {
    const { benefit, customerId } = order;
    if (benefit.kind === "exclusive") {
      this.tags.set(customerId, (this.tags.get(customerId) ?? new Set()).add(benefit.grants));
      return { outcome: "made", reference: null };
    }
    if (benefit.kind === "store-credit") {
      const id = String(++this.#ids);
      this.credits.push({ id, customer: customerId, amount: benefit.value });
      return { outcome: "made", reference: id };
    }
    if (benefit.kind === "gift-card") {
      const id = `card ${++this.#ids}`;
      this.giftCards.push({ id, customer: customerId, code: order.code, amount: benefit.value });
      return { outcome: "made", reference: id };
    }
    return this.#discount(order, [customerId, ...order.alsoFor]);
  }

  #discount(order: Omit<BenefitOrder, "customerId" | "alsoFor" | "redemptionId">, customers: string[]): Made {
    if (this.discountWith(order.code) !== undefined) return { outcome: "made", reference: null };
    const id = `discount ${++this.#ids}`;
    const { benefit, combinesWith, endsAt, minimum } = order;
    const terms = { benefit, combinesWith, endsAt, minimum };
    this.discounts.push({ id, order: terms, customers, codes: [order.code], active: true });
    return { outcome: "made", reference: id };
  }
}

function refusal(reason: string): Made {
  return { outcome: "refused", reason };
}
