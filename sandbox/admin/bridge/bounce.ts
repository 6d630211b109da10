/**
 * The library's bounce page: a document that was asked for without a valid id token answers with
 * this page, whose only purpose is to come back with a fresh one. Returns whether this is that page.
 */
export function returnFromBounce(idToken: () => Promise<string>): boolean {
  const target = new URLSearchParams(location.search).get("shopify-reload");
  if (!target) return false;
  // Anybody can write this parameter: only its path is believed, so that no token leaves the app's origin.
  const { pathname, search } = new URL(target, location.origin);
  const url = new URL(`${pathname}${search}`, location.origin);
  void idToken().then((token) => {
    url.searchParams.set("id_token", token);
    location.replace(url);
  });
  return true;
}
