/** A link would leave without the token that says who asks; what the page itself fetches carries it. */
export async function saveReceipt(memberId: string): Promise<boolean> {
  try {
    const response = await fetch(`/app/receipts/${encodeURIComponent(memberId)}`);
    if (!response.ok) return false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = `receipt-${memberId}.html`;
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  } catch {
    return false;
  }
}
