import { handleControl } from "../control/handle.ts";
import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Shop } from "../state/types.ts";

/** What went wrong with a form: shown where it was sent from, with what was typed still in it. */
export interface Problem {
  /** Address the form was sent to. */
  action: string;
  sentence: string;
  typed: FormData;
}

export interface PanelVisit {
  sandbox: Sandbox;
  shop: Shop;
  url: URL;
  problem: Problem | null;
}

interface Call {
  method?: "GET" | "POST";
  body?: unknown;
}

/**
 * Asks the sandbox's JSON interface, as any test or script does: the panel has the same powers and no
 * others. What it refuses is thrown as a Refusal.
 */
export async function control<T>(
  { sandbox, shop }: PanelVisit,
  path: string,
  { method = "GET", body }: Call = {},
): Promise<T> {
  const init: RequestInit = { method, headers: { "x-sandbox-host": shop.domain } };
  if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
  const response = await handleControl(new Request(`http://127.0.0.1/sandbox/api${path}`, init), sandbox);
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok)
    throw new Refusal(answer.error ?? `The sandbox answered ${response.status}.`, response.status);
  return answer;
}
