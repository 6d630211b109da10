import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Action } from "../sandbox/commerce/actions.ts";
import { DEMO_SHOP } from "../sandbox/seed-shop.ts";
import { root } from "./bootstrap/environment.mjs";
import { buildIfStale } from "./build-if-stale.ts";
import { workOffPast } from "./demo/past.ts";
import { startRooms, type Rooms } from "./demo/rooms.ts";
import { Screen } from "./demo/screen.ts";
import { readSettings } from "./demo/settings.ts";
import { openState, type DemoState } from "./demo/state.ts";
import { plainly } from "./plainly.ts";
import { toHistory, type RetailHistory } from "./retail/history.ts";
import { independentSum } from "./retail/independent-sum.ts";
import { readLedger } from "./retail/read-ledger.ts";
import { report, unmatchedCsv } from "./retail/report.ts";
import { BadSource, readSource, type SourceLine } from "./retail/source.ts";

const USAGE = "usage: npm run -s demo:load -- --file FILE.csv[.gz] [--orders N] [--reset]\n";

/** One order is told of by several topics; these tell all of it once. */
const TOPICS = "customers/create,orders/paid,refunds/create";

const AT_ONCE = 2_000;

interface Wish {
  file: string;
  orders: number;
  reset: boolean;
}

/** Puts a real shop's history in the place of the demo's past, through the same line that every order goes. */
async function main(given: string[]): Promise<number> {
  const wish = readWish(given);
  if (wish === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const screen = new Screen(process.stdout);
  const source = await readLines(screen, wish.file);
  const state = await emptyDemo(wish);
  try {
    return await load(screen, state, { source, mostOrders: wish.orders });
  } finally {
    state.close();
  }
}

function readWish(given: string[]): Wish | null {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        file: { type: "string" },
        orders: { type: "string" },
        reset: { type: "boolean", default: false },
      },
    });
    const orders = values.orders === undefined ? Number.POSITIVE_INFINITY : Number(values.orders);
    const isCount = orders === Number.POSITIVE_INFINITY || (Number.isInteger(orders) && orders > 0);
    return values.file === undefined || !isCount ? null : { file: values.file, orders, reset: values.reset };
  } catch {
    return null;
  }
}

async function readLines(screen: Screen, file: string): Promise<SourceLine[]> {
  const lines = await screen.step(
    "The history's file",
    (tell) => readAll(file, tell),
    ({ length }) => `${count(length)} lines`,
  );
  if (lines.length === 0) throw new BadSource(`${file}: there is no line in it`);
  return lines;
}

async function readAll(file: string, tell: (progress: string) => void): Promise<SourceLine[]> {
  const lines: SourceLine[] = [];
  try {
    for await (const line of readSource(file)) {
      lines.push(line);
      if (lines.length % 1_000 === 0) tell(`${count(lines.length)} lines`);
    }
    return lines;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function emptyDemo({ reset }: Wish): Promise<DemoState> {
  const settings = {
    ...(await readSettings(process.env)),
    programme: join(root, "sandbox/plain-programme.yaml"),
  };
  const state = openState(settings, { reset });
  if (!state.hasPast) return state;
  state.close();
  throw new Error("The demo holds a past already. Add --reset to put this history in its place.");
}

interface Load {
  source: SourceLine[];
  mostOrders: number;
}

async function load(screen: Screen, state: DemoState, { source, mostOrders }: Load): Promise<number> {
  await screen.step("The app's pages", buildIfStale, (built) => (built ? "built" : "were built already"));
  const history = toHistory(source, mostOrders);
  const rooms = await startRooms(screen, state);
  const began = performance.now();
  const work = async () => {
    await rooms.installApp();
    await tellStore(screen, rooms, history);
    await workOffPast(screen, rooms);
  };
  try {
    await Promise.race([work(), rooms.ended]);
  } finally {
    // Its end is wanted from here on.
    rooms.ended.catch(() => undefined);
    await rooms.stop();
  }
  const seconds = (performance.now() - began) / 1000;
  state.rememberPast();
  const ledger = await readLedger(state);
  const expected = independentSum(source, mostOrders);
  const unmatchedFile = join(state.folder, "unmatched.csv");
  writeFileSync(unmatchedFile, unmatchedCsv(history));
  process.stdout.write(report({ history, ledger, expected, seconds, unmatchedFile }));
  return ledger.fault === null && ledger.points === expected.points ? 0 : 1;
}

async function tellStore(screen: Screen, { urls }: Rooms, { setting, events }: RetailHistory): Promise<void> {
  const actions = [...setting, ...events];
  const tellAll = async (tell: (progress: string) => void) => {
    for (let from = 0; from < actions.length; from += AT_ONCE) {
      await send(urls.store, actions.slice(from, from + AT_ONCE));
      tell(`${count(Math.min(from + AT_ONCE, actions.length))} of ${count(actions.length)}`);
    }
  };
  await screen.step("What happened in the shop", tellAll, () => `${count(actions.length)} things`);
}

async function send(store: string, actions: Action[]): Promise<void> {
  const response = await fetch(`${store}/sandbox/api/history?shop=${DEMO_SHOP}&topics=${TOPICS}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson" },
    body: actions.map((action) => JSON.stringify(action)).join("\n"),
  });
  if (!response.ok) throw new Error(`The store refused the history: ${await response.text()}`);
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`\n${plainly(error)}\n`);
  return 1;
});
