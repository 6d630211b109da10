import { isIPv6 } from "node:net";

/**
 * Who is one sender: an IPv4 address, or an IPv6 network of 64 bits, within which everybody may take as many addresses as
 * they like.
 */
export function networkOf(address: string): string {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = [], after = []] = bare.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const groups = [...before, ...left, ...after].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(":");
}
