import { useSyncExternalStore } from "react";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** What stands in front of the app says something from here on while the app is away; the app's own answers are marked. */
const AWAY_FROM = 500;

type Fetch = typeof globalThis.fetch;
/** Waits so many milliseconds, less where the connection comes back, and throws what ends the signal. */
type Pause = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

let waiting = 0;
const listeners = new Set<() => void>();

/**
 * Asks again and again while the app cannot be reached, until whoever asks gives up. A form that was sent stays as it is
 * meanwhile, where an error's page would take what was typed with it. All that our pages send may be sent twice.
 */
export function persistently(fetch: Fetch, pause: Pause): Fetch {
  return async (input, init) => {
    if (!isForPages(input)) return fetch(input, init);
    const answer = await tryOnce(fetch, input, init);
    if (answer !== null) return answer;
    count(1);
    try {
      for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        await pause(pauseMs, init?.signal ?? undefined);
        const later = await tryOnce(fetch, input, init);
        if (later !== null) return later;
      }
    } finally {
      count(-1);
    }
  };
}

export const pauseInBrowser: Pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(go, ms);
    window.addEventListener("online", go);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();

    function go(): void {
      tidyUp();
      resolve();
    }
    function stop(): void {
      tidyUp();
      reject(signal?.reason as Error);
    }
    function tidyUp(): void {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      signal?.removeEventListener("abort", stop);
    }
  });

/** Whether something is being asked for that could not be reached. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(subscribe, isConnectionLost, () => false);
}

export const isConnectionLost = () => waiting > 0;

/** null where nobody answered. */
async function tryOnce(
  fetch: Fetch,
  input: Parameters<Fetch>[0],
  init: RequestInit | undefined,
): Promise<Response | null> {
  try {
    const answer = await fetch(input, init);
    return answer.status >= AWAY_FROM && !answer.headers.has("X-Remix-Response") ? null : answer;
  } catch (error) {
    // Not only what the browser says: the store's admin, which vouches for whoever asks, may be out of reach as well.
    if (init?.signal?.aborted === true || (error instanceof Error && error.name === "AbortError"))
      throw error;
    return null;
  }
}

/** The pages' own loaders and forms, and which pages there are; not files, nor what is not ours. */
function isForPages(input: Parameters<Fetch>[0]): boolean {
  const address = new URL(input instanceof Request ? input.url : input, location.href);
  const isPage = address.pathname.endsWith(".data") || address.pathname === "/__manifest";
  return address.origin === location.origin && isPage;
}

function count(change: 1 | -1): void {
  waiting += change;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
