import type { TillOpening, TillProduct } from "../../till/opening.ts";
import type { Placed, TillState } from "../../protocol.ts";
import { Frame } from "../frame.ts";
import { COMMON, type Answers } from "../answers.ts";
import { post } from "../server.ts";

export interface FoundCustomer {
  id: number;
  name: string;
  email: string;
  orders: number;
}

interface Sums {
  subtotal: string;
  taxTotal: string;
  grandTotal: string;
  discounts: { amount: number; code: string }[];
}

/** What a frame is about, beside the cart: the customer or the sale whose page it stands on. */
export type Subject = Partial<Pick<TillState, "customerId" | "order">>;

/** The till's memory: the cart, who buys, what was scanned; and every frame, which hears of each change. */
export class Till {
  readonly opening: TillOpening;
  readonly #frames = new Map<Frame, Subject>();
  readonly #screens: (() => void)[] = [];
  /** Names of customers who were looked at, for the cart. */
  readonly names = new Map<number, string>();
  state: TillState;
  codes: string[] = [];
  /** Shows the modal of an extension, or closes it. */
  present: (frame: Frame) => void = () => undefined;
  dismiss: () => void = () => undefined;

  constructor(opening: TillOpening) {
    this.opening = opening;
    this.state = opening.state;
  }

  /** `draw` is called after every change. */
  onChange(draw: () => void): void {
    this.#screens.push(draw);
  }

  placesAt(target: string): Placed[] {
    return this.opening.places.filter((place) => place.target === target);
  }

  frame(placed: Placed, subject: Subject = {}): Frame {
    const frame = new Frame({ ...placed, state: { ...this.state, ...subject } }, this.#answers);
    this.#frames.set(frame, subject);
    return frame;
  }

  close(frame: Frame): void {
    this.#frames.delete(frame);
    frame.close();
  }

  subjectOf(frame: Frame): Subject {
    return this.#frames.get(frame) ?? {};
  }

  change(part: Partial<TillState>): void {
    this.state = { ...this.state, ...part };
    for (const [frame, subject] of this.#frames) frame.update({ ...this.state, ...subject });
    for (const draw of this.#screens) draw();
  }

  async add({ variantId, quantity = 1 }: { variantId: number; quantity?: number }): Promise<string> {
    const product = this.opening.products.find((each) => each.variantId === variantId);
    if (!product) throw new Error(`There is no variant ${variantId}.`);
    const { lines } = this.state.cart;
    const known = lines.find((line) => line.variantId === variantId);
    const line = known ? { ...known, quantity: known.quantity + quantity } : lineOf(product, quantity);
    await this.#work(known ? lines.map((each) => (each === known ? line : each)) : [...lines, line]);
    return line.uuid;
  }

  remove(uuid: string): Promise<void> {
    return this.#work(this.state.cart.lines.filter((line) => line.uuid !== uuid));
  }

  async setCustomer(customerId: number | null): Promise<void> {
    if (customerId !== null && !this.names.has(customerId)) await this.findCustomers(String(customerId));
    this.change({ cart: { ...this.state.cart, customerId } });
    await this.#work(this.state.cart.lines);
  }

  async findCustomers(query: string): Promise<FoundCustomer[]> {
    const found = await post<FoundCustomer[]>("till-customers", { query });
    for (const { id, name } of found) this.names.set(id, name);
    return found;
  }

  /** Takes a discount code; rejected with the reason where it does not count for this cart. */
  async addCode(code: string): Promise<void> {
    const before = this.codes;
    if (before.some((known) => known.toLowerCase() === code.toLowerCase())) return;
    this.codes = [...before, code];
    try {
      await this.#work(this.state.cart.lines, { strict: true });
    } catch (error) {
      this.codes = before;
      throw error;
    }
  }

  async clear(): Promise<void> {
    this.codes = [];
    this.change({ cart: { ...this.state.cart, customerId: null } });
    await this.#work([]);
  }

  async dropCodes(): Promise<void> {
    this.codes = [];
    await this.#work(this.state.cart.lines);
  }

  scan(data: string): void {
    this.change({ scan: { data, at: Date.now() } });
  }

  /** Takes the money: the cart becomes an order of the shop. */
  async sell(): Promise<NonNullable<TillState["order"]>> {
    const { customerId } = this.state.cart;
    const { id, name } = await post<{ id: number; name: string }>(
      "till-sell",
      this.#basket(this.state.cart.lines),
    );
    this.change({ order: { id, name, customerId } });
    await this.clear();
    return { id, name, customerId };
  }

  async #work(lines: TillState["cart"]["lines"], { strict = false } = {}): Promise<void> {
    const sums = await this.#sums(lines, strict);
    this.change({ cart: { ...this.state.cart, lines, ...sums } });
  }

  /** Codes that count no more are dropped, unless one of them is what was asked for. */
  async #sums(lines: TillState["cart"]["lines"], strict: boolean): Promise<Sums> {
    if (lines.length === 0) return { subtotal: "0", taxTotal: "0", grandTotal: "0", discounts: [] };
    try {
      return await post<Sums>("till-quote", this.#basket(lines));
    } catch (error) {
      if (strict || this.codes.length === 0) throw error;
      this.codes = [];
      return post<Sums>("till-quote", this.#basket(lines));
    }
  }

  #basket(lines: TillState["cart"]["lines"]) {
    return {
      lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
      customerId: this.state.cart.customerId,
      codes: this.codes,
    };
  }

  readonly #answers: Answers = {
    ...COMMON,
    token: async () => {
      if (!this.state.isOnline) throw new Error("The till has no connection.");
      return (await post<{ token: string }>("till-token")).token;
    },
    modal: (frame) => this.present(frame),
    close: () => this.dismiss(),
    "cart.code": (_frame, code: string) => this.addCode(code),
    "cart.no-codes": () => this.dropCodes(),
    "cart.clear": () => this.clear(),
    "cart.customer": (_frame, id: number | null) => this.setCustomer(id),
    "cart.add": (_frame, variantId: number, quantity: number) => this.add({ variantId, quantity }),
    "cart.remove": (_frame, uuid: string) => this.remove(uuid),
  };
}

function lineOf(product: TillProduct, quantity: number): TillState["cart"]["lines"][number] {
  const { variantId, productId, title, price, sku, vendor, taxable } = product;
  return {
    uuid: crypto.randomUUID(),
    variantId,
    productId,
    title,
    price,
    quantity,
    sku,
    vendor,
    taxable,
  };
}
