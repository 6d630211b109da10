export function customerGid(id: string): string {
  return `gid://shopify/Customer/${id}`;
}

/** The number at the end of a gid: later ones are larger. */
export function numberOf(gid: string): bigint {
  return BigInt(/(\d+)(\?.*)?$/.exec(gid)?.[1] ?? "0");
}
