import type { Till } from "../till.ts";

/**
 * Takes a reward's code off the sale. It is its owner's alone, so they have to be the customer of the sale first.
 * False where the till does not take it: the code stays good, and can be used at another time.
 */
export async function applyCode(
  { cart }: Pick<Till, "cart">,
  customer: string,
  code: string,
): Promise<boolean> {
  try {
    if (String(cart.current.value.customer?.id ?? "") !== customer)
      await cart.setCustomer({ id: Number(customer) });
    await cart.addCartCodeDiscount(code);
    return true;
  } catch {
    return false;
  }
}

/** Whether a code is on the sale already. */
export function isApplied({ cart }: Pick<Till, "cart">, code: string): boolean {
  return cart.current.value.cartDiscounts.some(
    ({ discountDescription }) => discountDescription?.toLowerCase() === code.toLowerCase(),
  );
}
