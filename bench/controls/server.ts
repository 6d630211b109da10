import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { BareDatabase } from "./database.ts";

/** The least that may stand in our doors' place: the signature is checked, and the database asked once. */
export function bareServer(database: BareDatabase, secret: string): Server {
  return createServer((request, response) => {
    const answered =
      request.method === "POST" ? intake(database, secret, request) : balance(database, secret, request);
    answered.then(
      (answer) => end(response, answer),
      (error: unknown) => end(response, { status: 500, body: String(error) }),
    );
  });
}

interface Answer {
  status: number;
  body: string;
}

function end(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body);
}

async function intake(database: BareDatabase, secret: string, request: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const expected = createHmac("sha256", secret).update(body).digest("base64");
  if (!same(expected, headerOf(request, "x-shopify-hmac-sha256"))) return { status: 401, body: "" };
  await database.query(
    `INSERT INTO inbox (id, shop, topic, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [
      headerOf(request, "x-shopify-webhook-id"),
      headerOf(request, "x-shopify-shop-domain"),
      headerOf(request, "x-shopify-topic"),
      body.toString(),
    ],
  );
  return { status: 200, body: "" };
}

async function balance(database: BareDatabase, secret: string, request: IncomingMessage): Promise<Answer> {
  const query = new URL(request.url ?? "/", "http://localhost").searchParams;
  const signature = query.get("signature") ?? "";
  query.delete("signature");
  const message = [...query]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("");
  if (!same(createHmac("sha256", secret).update(message).digest("hex"), signature))
    return { status: 400, body: "" };
  const [row] = await database.query(`SELECT balance FROM account WHERE id = $1`, [
    query.get("logged_in_customer_id"),
  ]);
  return { status: 200, body: JSON.stringify({ available: Number(row?.balance) }) };
}

function headerOf(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? "");
}

function same(expected: string, given: string): boolean {
  return expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}
