import { listen } from "../http/listen.ts";

export type Received = { topic: string; webhookId: string; eventId: string; headers: Headers; body: string };

/** An app's door that keeps what arrives and answers as told. */
export async function startReceiver(answer: (n: number) => number | Promise<number> = () => 200) {
  const received: Received[] = [];
  const listener = await listen(
    async (request) => {
      const body = await request.text();
      received.push({
        topic: request.headers.get("x-shopify-topic") ?? "",
        webhookId: request.headers.get("x-shopify-webhook-id") ?? "",
        eventId: request.headers.get("x-shopify-event-id") ?? "",
        headers: request.headers,
        body,
      });
      return new Response("", { status: await answer(received.length) });
    },
    0,
    "PORT",
  );
  return { url: listener.url, received, close: listener.close };
}
