import type { SourceLine } from "./source.ts";

interface Purchase {
  invoice: string;
  price: bigint;
  left: number;
}

/**
 * What the ledger must hold, worked out from the file alone and in another way than the app does: pence of every
 * customer's invoice, less the pence of units given back later, over 100, rounded down. It shares no code with the app and
 * states the same rules as the loading: a cancellation takes from the customer's latest earlier purchase of the item.
 */
export function independentSum(source: SourceLine[], mostOrders: number): { points: bigint; orders: number } {
  const invoices = Map.groupBy(source.filter(counts), (line) => line.invoice);
  const inTime = [...invoices].sort(([, a], [, b]) => compare(a[0]?.instant, b[0]?.instant));
  const pence = new Map<string, bigint>();
  const byItem = new Map<string, Purchase[]>();
  let orders = 0;
  for (const [invoice, lines] of inTime) {
    if (orders >= mostOrders) break;
    const customer = lines[0]?.customer ?? "";
    const cancels = invoice.startsWith("C");
    if (!cancels) orders += 1;
    if (customer === "") continue;
    for (const line of lines) {
      const key = JSON.stringify([customer, line.item]);
      if (!cancels) {
        pence.set(invoice, (pence.get(invoice) ?? 0n) + line.price * BigInt(line.quantity));
        const purchase = { invoice, price: line.price, left: line.quantity };
        byItem.set(key, [...(byItem.get(key) ?? []), purchase]);
        continue;
      }
      let back = -line.quantity;
      const history = byItem.get(key) ?? [];
      for (let index = history.length - 1; index >= 0 && back > 0; index--) {
        const purchase = history[index];
        if (purchase === undefined) continue;
        const units = Math.min(back, purchase.left);
        purchase.left -= units;
        back -= units;
        pence.set(purchase.invoice, (pence.get(purchase.invoice) ?? 0n) - purchase.price * BigInt(units));
      }
    }
  }
  let points = 0n;
  for (const amount of pence.values()) points += amount / 100n;
  return { points, orders };
}

function counts(line: SourceLine): boolean {
  if (line.invoice.startsWith("C")) return line.quantity < 0;
  return /^\d/.test(line.invoice) && line.quantity > 0 && line.price >= 0n;
}

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
