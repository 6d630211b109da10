import { accountIn, askerOf, termsOf, told } from "./proxy-member.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import { readLimit } from "./read-limits.server.ts";
import { tooMany } from "./reward-answers.server.ts";
import type { Services } from "./use-cases/services.ts";

/** What whoever reads too often is answered; null for everybody else. */
export type ProxyLimits = (request: Request, url: URL) => Promise<Response | null>;

/** Sealed and signed for the purpose, over everything that a member ever had. */
const RECEIPTS_A_MINUTE = 12;
const MINUTE_MS = 60_000;
/** Nothing is looked up for the first two; recommendations are asked for by every page, and counted apart. */
const NOT_COUNTED: ReadonlySet<string> = new Set([
  "/proxy/icon",
  "/proxy/manifest",
  "/proxy/recommendations",
]);

/** Behind the app proxy's door, which has made sure that the store signed all of the address. Deeds are counted apart. */
export function proxyLimits(services: Services): ProxyLimits {
  const untilNextRead = readLimit();
  const untilNextReceipt = rateLimit(RECEIPTS_A_MINUTE, MINUTE_MS);

  function secondsFor(headers: Headers, { pathname, searchParams }: URL): number {
    const shop = searchParams.get("shop") ?? "";
    const memberId = accountIn(searchParams);
    const seconds = untilNextRead({ shop, memberId, actor: "shopper" }, headers);
    if (seconds > 0 || memberId === null || pathname !== "/proxy/receipt") return seconds;
    return untilNextReceipt(`${shop} ${memberId}`);
  }

  return async (request, url) => {
    if (request.method === "POST" || NOT_COUNTED.has(url.pathname)) return null;
    const seconds = secondsFor(request.headers, url);
    if (seconds === 0) return null;
    const asker = await askerOf(services, request, url);
    return asker === null ? null : told(termsOf({ url, asker }, null), request, tooMany(asker, seconds));
  };
}
