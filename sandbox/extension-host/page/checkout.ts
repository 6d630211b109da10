/** Parts of the checkout that a code changes; the islands among them stay as they are. */
const PARTS = [".summary .totals"];

/** Fetches the checkout anew and puts its sums in place of those shown; what was typed stays. */
export async function refreshCheckout(): Promise<void> {
  if (document.querySelector(PARTS.join()) === null) return;
  const response = await fetch(location.pathname);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of PARTS) {
    const made = fresh.querySelector(part);
    if (made) document.querySelector(part)?.replaceWith(document.adoptNode(made));
  }
}
