import { toSandboxAddress } from "../admin/addresses.ts";
import type { Whereabouts } from "../admin/addresses.ts";
import { APP_BRIDGE_PATH } from "../admin/app-bridge-path.ts";

/** Where Shopify serves App Bridge; the app's pages name it in a script tag and in the Link header. */
export const REAL_APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export interface FrontAddresses extends Whereabouts {
  /** Origin of the proxy as the browser that asked names it. */
  frontOrigin: string;
}

/**
 * The app's response headers for a page that stands in the sandbox's admin rather than in Shopify's:
 * the frame's origin may frame it, App Bridge comes from the sandbox, and redirects into Shopify's
 * admin lead into the sandbox's. Names and values alternate, as node:http has them.
 */
export function adaptHeaders(rawHeaders: readonly string[], addresses: FrontAddresses): string[] {
  return rawHeaders.map((value, i) =>
    i % 2 === 0 ? value : adaptHeader(rawHeaders[i - 1] ?? "", value, addresses),
  );
}

function adaptHeader(name: string, value: string, addresses: FrontAddresses): string {
  switch (name.toLowerCase()) {
    case "content-security-policy":
    case "content-security-policy-report-only":
      return adaptPolicy(value, addresses.sandboxOrigin);
    case "link":
      return value.replaceAll(REAL_APP_BRIDGE, bridgeAddress(addresses));
    case "location":
      return adaptLocation(value, addresses);
    default:
      return value;
  }
}

export function bridgeAddress({ sandboxOrigin }: Whereabouts): string {
  return `${sandboxOrigin}${APP_BRIDGE_PATH}`;
}

function adaptPolicy(policy: string, sandboxOrigin: string): string {
  return policy
    .replaceAll(REAL_APP_BRIDGE, `${sandboxOrigin}${APP_BRIDGE_PATH}`)
    .split(";")
    .map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      const framed = name === "frame-ancestors" && !sources.includes("'none'");
      const scripted = name.startsWith("script-src") && sources.includes("https://cdn.shopify.com");
      return framed || scripted ? `${directive} ${sandboxOrigin}` : directive;
    })
    .join(";");
}

function adaptLocation(location: string, addresses: FrontAddresses): string {
  const inSandbox = toSandboxAddress(location, addresses);
  if (inSandbox !== null) return inSandbox;
  if (!URL.canParse(location)) return location;
  // The app may name itself localhost where the browser says 127.0.0.1: one proxy, one origin.
  const url = new URL(location);
  const front = new URL(addresses.frontOrigin);
  const isFront =
    url.port === front.port && /^(localhost|127\.\d+\.\d+\.\d+|.*\.localhost)$/.test(url.hostname);
  return isFront ? `${url.pathname}${url.search}${url.hash}` : location;
}

/** Replaces a text in a stream of UTF-8 wherever it stands, also across the borders of chunks. */
export class TextReplacer {
  readonly #search: Buffer;
  readonly #replacement: Buffer;
  #rest: Buffer = Buffer.alloc(0);

  constructor(search: string, replacement: string) {
    this.#search = Buffer.from(search);
    this.#replacement = Buffer.from(replacement);
  }

  /** What can be sent on already: all but an end that may be the beginning of the text. */
  push(chunk: Buffer): Buffer {
    let waiting = Buffer.concat([this.#rest, chunk]);
    const out: Buffer[] = [];
    for (let at = waiting.indexOf(this.#search); at >= 0; at = waiting.indexOf(this.#search)) {
      out.push(waiting.subarray(0, at), this.#replacement);
      waiting = waiting.subarray(at + this.#search.length);
    }
    const keep = this.#possibleBeginning(waiting);
    out.push(waiting.subarray(0, waiting.length - keep));
    this.#rest = waiting.subarray(waiting.length - keep);
    return Buffer.concat(out);
  }

  end(): Buffer {
    return this.#rest;
  }

  /** Length of the longest end of `text` with which the searched text begins. */
  #possibleBeginning(text: Buffer): number {
    for (let length = Math.min(this.#search.length - 1, text.length); length > 0; length--) {
      if (text.subarray(text.length - length).equals(this.#search.subarray(0, length))) return length;
    }
    return 0;
  }
}
