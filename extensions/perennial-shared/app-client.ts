import { appAddress } from "./app-address.ts";
import type { Answers } from "./app-answers.ts";

export interface ClientOptions {
  /** Shopify's session token; asked for anew each time, since it is good for minutes only. */
  token: () => Promise<string>;
  /** The buyer's language, for the sentences in the answers. */
  language: () => string;
  /** Staff name the customer they act for. */
  customer?: () => string | null;
  address?: string | null;
  wait?: (milliseconds: number) => Promise<void>;
  send?: typeof fetch;
}

/**
 * `unreachable`: no answer, or none that can be read; `signed-out`: whoever asks is a guest; `busy`: too often in a
 * minute; `refused`: the app says no, and why; `nowhere`: the shop has no programme, or the app no such door.
 */
export type Trouble = "unreachable" | "signed-out" | "busy" | "refused" | "nowhere";

export type Told<Body> =
  | { ok: true; body: Body }
  /** `text` is the app's own sentence about it, where it gave one. */
  | { ok: false; trouble: Trouble; text: string | null };

export interface AppClient {
  get<Path extends keyof Answers>(path: Path, query?: Record<string, string>): Promise<Told<Answers[Path]>>;
  post<Path extends keyof Answers>(path: Path, fields?: Fields): Promise<Told<Answers[Path]>>;
  /** What the app hands over as a file, as text. */
  file(path: string): Promise<Told<string>>;
}

export type Fields = Record<string, string | number | boolean | null>;

interface Question {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  fields?: Fields;
}

/** A redeemed reward waits for its code up to 2.5 seconds; an order page should not wait for us any longer than this. */
const PATIENCE_MS = 8_000;
const BREATH_MS = 600;

export function appClient(options: ClientOptions): AppClient {
  const { address = appAddress(), wait = sleep, send = fetch.bind(globalThis) } = options;
  const means = { ...options, send };

  /** Every question may be asked twice: a read changes nothing, and a wish bears a key that it is known by. */
  async function ask<Body>(
    question: Question,
    read: (response: Response) => Promise<Body>,
  ): Promise<Told<Body>> {
    if (address === null) return { ok: false, trouble: "unreachable", text: null };
    const first = await attempt(address, question, means);
    const response = worthAnother(first) ? await again(address, question) : first;
    if (response === null) return { ok: false, trouble: "unreachable", text: null };
    try {
      if (response.ok) return { ok: true, body: await read(response) };
    } catch {
      return { ok: false, trouble: "unreachable", text: null };
    }
    return { ok: false, trouble: troubleOf(response.status), text: await textOf(response) };
  }

  async function again(place: string, question: Question): Promise<Response | null> {
    await wait(BREATH_MS);
    return attempt(place, question, means);
  }

  return {
    get: <Path extends keyof Answers>(path: Path, query?: Record<string, string>) =>
      ask({ method: "GET", path, ...(query ? { query } : {}) }, asJson<Answers[Path]>),
    post: <Path extends keyof Answers>(path: Path, fields: Fields = {}) =>
      ask({ method: "POST", path, fields }, asJson<Answers[Path]>),
    file: (path) => ask({ method: "GET", path }, (response) => response.text()),
  };
}

/** null: nobody answered. A token that ran out on the way is answered with 401 as well, and a new one mends it. */
function worthAnother(response: Response | null): boolean {
  return response === null || response.status === 401 || response.status >= 500;
}

async function attempt(
  address: string,
  { method, path, query = {}, fields }: Question,
  { token, language, customer, send }: ClientOptions & { send: typeof fetch },
): Promise<Response | null> {
  const asFor = customer?.() ?? null;
  const url = new URL(`/api/${path}`, address);
  const named: Record<string, string> = { ...query, locale: language() };
  if (asFor !== null && method === "GET") named.customer = asFor;
  for (const [name, value] of Object.entries(named)) url.searchParams.set(name, value);
  const breaker = new AbortController();
  const timer = setTimeout(() => breaker.abort(), PATIENCE_MS);
  try {
    return await send(url.href, {
      method,
      headers: {
        Authorization: `Bearer ${await token()}`,
        ...(fields ? { "Content-Type": "application/json" } : {}),
      },
      signal: breaker.signal,
      ...(fields ? { body: JSON.stringify(asFor === null ? fields : { ...fields, customer: asFor }) } : {}),
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function troubleOf(status: number): Trouble {
  if (status === 401 || status === 403) return "signed-out";
  if (status === 404) return "nowhere";
  if (status === 429) return "busy";
  return status >= 500 ? "unreachable" : "refused";
}

async function asJson<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}

async function textOf(response: Response): Promise<string | null> {
  try {
    const { text } = (await response.json()) as { text?: unknown };
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
