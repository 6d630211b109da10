import { writeSync } from "node:fs";
import { startWorker } from "../../app/worker.server.ts";
import { deliver } from "./deliver.ts";
import { order, refund } from "./payloads.ts";
import { startPerennialInTest } from "./perennial.ts";

/**
 * A process to be killed: node crash-child.ts ROLE SHOP FIRST DATABASE. It sends itself orders from FIRST on through
 * the signed door, and says of each when it was acknowledged; as "worker" it works off what others received, as "both" it
 * does both.
 */
const [role = "both", shop = "", first = "1", database = "{}"] = process.argv.slice(2);
const app = await startPerennialInTest({ settings: JSON.parse(database), drop: async () => undefined });
const worker = role === "receiver" ? null : await startWorker(app.services, app.jobs);
say("ready");

let next = Number(first);
async function receiveOn(): Promise<void> {
  for (;;) {
    const n = next++;
    await send("orders/paid", `order-${n}`, order({ id: n, customer: 1 + (n % 5), total: "10.00" }));
    if (n % 3 === 0)
      await send("refunds/create", `refund-${n}`, refund({ id: n, order: n, lines: [{ subtotal: "4.00" }] }));
  }
}

async function send(topic: string, id: string, payload: object): Promise<void> {
  const status = await deliver(app.door, { shop, topic, id, payload }).catch(() => 503);
  if (status === 200) say(id);
  worker?.wake();
}

/** At once, past every buffer: what is said has been acknowledged. */
function say(word: string): void {
  writeSync(1, `${word}\n`);
}

if (role !== "worker") for (let sender = 0; sender < 4; sender++) void receiveOn();
