/** A request as the app saw it. */
export interface Seen {
  method: "GET" | "POST";
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown> | null;
  authorization: string | null;
}

/** Status and body; a text is answered as it is. "gone" is no answer at all, "late" one that is still awaited. */
export type Played = { status?: number; body: unknown } | "gone" | "late";

type Reaction = Played | ((seen: Seen) => Played);

/** By "GET rewards"; `store` is the store's own API. What is left out is not there: 404. */
export type Answers = { [question in `${"GET" | "POST"} ${string}` | "store"]?: Reaction };

/** A `fetch` that answers like this, and what the app was asked through it. */
export function playApp(answers: Answers): { fetch: typeof fetch; seen: Seen[] } {
  const seen: Seen[] = [];
  const play: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const asked = seenOf(url, init);
    if (url.protocol !== "shopify:") seen.push(asked);
    const key = url.protocol === "shopify:" ? "store" : (`${asked.method} ${asked.path}` as const);
    const reaction = answers[key] ?? { status: 404, body: { error: "There is nothing here." } };
    const played = typeof reaction === "function" ? reaction(asked) : reaction;
    if (played === "gone") throw new TypeError("Failed to fetch");
    if (played === "late") return new Promise(() => undefined);
    const { status = 200, body } = played;
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  };
  return { fetch: play, seen };
}

function seenOf(url: URL, init: RequestInit | undefined): Seen {
  return {
    method: init?.method === "POST" ? "POST" : "GET",
    path: url.pathname.replace(/^\/api\//, ""),
    query: Object.fromEntries(url.searchParams),
    body: typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : null,
    authorization: new Headers(init?.headers).get("authorization"),
  };
}

/** The store's own API, handing out the customer's summary and the programme. */
export function theStoreKeeps({ member, programme }: { member?: unknown; programme?: unknown }): Played {
  const field = (value: unknown) => ({
    metafield: value === undefined ? null : { value: JSON.stringify(value) },
  });
  return { body: { data: { customer: field(member), shop: field(programme) } } };
}
