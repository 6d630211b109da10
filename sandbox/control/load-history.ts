import { perform } from "../commerce/perform.ts";
import { Refusal } from "../http/answer.ts";
import { parseAction } from "./action-schema.ts";
import { type Call, shopOfCall } from "./handle.ts";

const BATCH = 200;

/**
 * Takes a history as NDJSON, one action a line, in transactions of 200. `?topics=orders/paid,refunds/create` sends
 * these alone (`?topics=` none); left out, everything is sent. A faulty line stops the load; what came before its
 * batch stays, and the answer names the line.
 */
export async function loadHistory(call: Call): Promise<unknown> {
  const shop = shopOfCall(call);
  const topics = topicsOf(call.url);
  const began = performance.now();
  let actions = 0;
  let batch: { number: number; text: string }[] = [];
  const flush = async (): Promise<void> => {
    call.sandbox.store.transaction(() => {
      for (const line of batch) performLine(call, shop, line, topics);
    });
    actions += batch.length;
    batch = [];
    // Deliveries and other requests have their turn between two batches.
    await new Promise((resolve) => setImmediate(resolve));
  };
  let number = 0;
  for await (const text of linesOf(call.request)) {
    number += 1;
    if (text.trim() === "") continue;
    batch.push({ number, text });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return { actions, seconds: Math.round(performance.now() - began) / 1000 };
}

function performLine(
  call: Call,
  shop: string,
  line: { number: number; text: string },
  topics: ReadonlySet<string> | null,
): void {
  try {
    perform(call.sandbox, shop, parseAction(JSON.parse(line.text)), topics);
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? "it is not JSON." : error instanceof Error ? error.message : "";
    if (error instanceof Refusal || error instanceof SyntaxError)
      throw new Refusal(`Line ${line.number}: ${reason}`, error instanceof Refusal ? error.status : 400);
    throw error;
  }
}

function topicsOf(url: URL): ReadonlySet<string> | null {
  const given = url.searchParams.get("topics");
  return given === null ? null : new Set(given.split(",").filter((topic) => topic !== ""));
}

async function* linesOf(request: Request): AsyncGenerator<string> {
  if (!request.body) return;
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
