/** Without `network_access` in its toml an extension reaches nobody; the platform's own addresses are not played. */
export function guardNetwork(capabilities: string[], isOnline: () => boolean): void {
  const native = globalThis.fetch.bind(globalThis);
  const allowed = capabilities.includes("network_access");
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith("shopify:"))
      return Promise.reject(new Error(`not in the sandbox: fetch("${address}")`));
    if (!allowed)
      return Promise.reject(
        new TypeError("Its shopify.extension.toml has no network_access, so it may not fetch."),
      );
    if (!isOnline()) return Promise.reject(new TypeError("Failed to fetch"));
    return native(input, init);
  };
}
