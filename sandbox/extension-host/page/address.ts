/** The platform's own addresses, as the sandbox has them: "extension:handle/", "shopify:customer-account/orders". */
export function addressOf(url: string): string {
  const extension = /^extension:\/*(.*?)\/?$/.exec(url)?.[1];
  if (extension !== undefined) return `/customer-account/pages/${extension}`;
  const account = /^shopify:\/*customer-account\/?(.*?)\/?$/.exec(url)?.[1];
  if (account !== undefined) return accountAddress(account);
  const { protocol, href } = new URL(url, location.href);
  if (protocol !== "http:" && protocol !== "https:")
    throw new Error(`not in the sandbox: the address ${url}`);
  return href;
}

function accountAddress(path: string): string {
  if (path === "login" || path === "logout") return "/account/login";
  return `/customer-account/${path || "orders"}`;
}
