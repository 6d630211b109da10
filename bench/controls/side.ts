import { hash } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { answerParent, argumentOf, ownCpuMs } from "../child.ts";
import { loop } from "../loop.ts";
import type { Requests, Side, Terms, Work } from "../protocol.ts";
import { randomOf } from "../random.ts";
import { countPairs, lookUp } from "./counting.ts";
import { openBare } from "./database.ts";
import { CONTROL_SCHEMA } from "./schema.ts";
import { bareServer } from "./server.ts";

const BATCH = 100;
const SHOPS = 50;
const PLENTY = 1_000_000_000;
/** The size class of what a transaction of ours hashes. */
const HASHED = "x".repeat(600);
const HASHES_AT_ONCE = 10_000;

/** The process of the controls. */
const side = argumentOf<Side>();
const database = await openBare(side.url, side.folder);
await database.query(CONTROL_SCHEMA);
// Shops have the ids 1 to 50; members follow from a million on, as those of ours do.
await database.query(`INSERT INTO account (id) SELECT generate_series(1, ${SHOPS})`);
await database.query(`INSERT INTO account (id) SELECT generate_series(1000000, ${1_000_000 + side.members})`);
// Who holds has plenty to hold: an opening entry for each, so that the books are whole.
await database.query(
  `INSERT INTO account (id, balance) SELECT id, ${PLENTY} FROM generate_series(2000000, ${2_000_000 + side.members}) AS m(id)`,
);
await database.query(
  `INSERT INTO entry (key, account, points) SELECT 'opening', id, balance FROM account WHERE id >= 2000000`,
);
const random = randomOf(side.seed);
const server = bareServer(database, side.secret);
let accruals = 0;

function member(): number {
  return 1_000_000 + Math.floor(random() * side.members);
}

/** Members of a client's own, so that two batches never wait for each other's. */
function memberOf(client: number): number {
  const any = member();
  return any - (any % SHOPS) + client;
}

async function hold(account: number): Promise<number> {
  accruals += 1;
  await database.query(`SELECT hold($1, $2, $3)`, [`hold:${accruals}`, account, 10]);
  return 1;
}

const WORKS: Partial<Record<Work, (client: number, terms: Terms) => Promise<number>>> = {
  async "ceiling-one"() {
    accruals += 1;
    const parameters = [`order:${accruals}:1`, member(), 1 + (accruals % SHOPS), 10];
    await database.query(`SELECT accrue($1, $2, $3, $4)`, parameters);
    return 1;
  },
  async "ceiling-batch"(client) {
    const keys = Array.from({ length: BATCH }, () => `order:${(accruals += 1)}:1`);
    const points = keys.map((_, place) => 1 + place);
    const parameters = [keys, keys.map(() => memberOf(client)), 1 + client, points];
    await database.query(`SELECT accrue_many($1::text[], $2::bigint[], $3, $4::bigint[])`, parameters);
    return BATCH;
  },
  "ceiling-hold": () => hold(2_000_000 + Math.floor(random() * side.members)),
  "ceiling-hold-hot": () => hold(2_000_000),
  async "ceiling-hash"() {
    for (let n = 0; n < HASHES_AT_ONCE; n++) hash("sha256", `${n}${HASHED}`, "hex");
    return HASHES_AT_ONCE;
  },
  "count-pairs": async (_client, { transactions }) => countPairs(side.seed, transactions),
  "look-up-pairs": async () => lookUp(side.seed, Math.floor(random() * 5_000)),
  async "ceiling-read"() {
    await database.query(`SELECT balance FROM account WHERE id = $1`, [member()]);
    return 1;
  },
};

answerParent<Requests>({
  prepare: async () => null,
  async run({ work, terms }) {
    const once = WORKS[work];
    if (once === undefined) throw new Error(`the controls know no ${work}`);
    return loop((client) => once(client, terms), terms);
  },
  async listen() {
    if (!server.listening) {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
    }
    return (server.address() as AddressInfo).port;
  },
  cpu: ownCpuMs,
  async verify() {
    const [row] = await database.query(
      `SELECT (SELECT count(*) FROM (SELECT a.id FROM account a LEFT JOIN entry e ON e.account = a.id
         GROUP BY a.id, a.balance HAVING a.balance <> coalesce(sum(e.points), 0)) AS wrong)::int AS wrong`,
      [],
    );
    return row?.wrong === 0 ? null : `${String(row?.wrong)} accounts differ from their entries`;
  },
  async facts() {
    const [row] = await database.query(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`,
      [],
    );
    return { version: String(row?.version), fsync: String(row?.fsync) };
  },
  async close() {
    server.close();
    server.closeAllConnections();
    await database.close();
    return null;
  },
});
