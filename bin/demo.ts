import { buildIfStale } from "./build-if-stale.ts";
import { makePast, workOffPast } from "./demo/past.ts";
import { startRooms, type Rooms } from "./demo/rooms.ts";
import { Screen } from "./demo/screen.ts";
import { dataFolder, readSettings } from "./demo/settings.ts";
import { openState, type DemoState } from "./demo/state.ts";
import { plainly } from "./plainly.ts";

/** Everything on this machine: the app with its worker, and the store it lives in, with a past. */
async function main(given: string[]): Promise<number> {
  const unknown = given.find((argument) => argument !== "--reset");
  if (unknown !== undefined) {
    process.stderr.write("usage: npm run demo [-- --reset]\n");
    return 2;
  }
  const screen = new Screen(process.stdout);
  const settings = await readSettings(process.env);
  const state = openState(settings, { reset: given.includes("--reset") });
  const leave = untilStopped();
  try {
    await runDemo(screen, state, leave);
    return 0;
  } finally {
    state.close();
  }
}

async function runDemo(screen: Screen, state: DemoState, leave: Promise<void>): Promise<void> {
  if (state.startedAfresh !== null) screen.say(state.startedAfresh);
  await screen.step("The app's pages", buildIfStale, (built) => (built ? "built" : "were built already"));
  const rooms = await startRooms(screen, state);
  try {
    await Promise.race([open(screen, state, rooms), leave, rooms.ended]);
    await Promise.race([leave, rooms.ended]);
    screen.sayLast("\nStopping …");
  } finally {
    await rooms.stop();
  }
  process.stdout.write("Stopped. `npm run demo` goes on with the same data.\n");
}

async function open(screen: Screen, state: DemoState, rooms: Rooms): Promise<void> {
  await rooms.installApp();
  if (!state.hasPast) {
    await makePast(screen, rooms);
    state.rememberPast();
  }
  await workOffPast(screen, rooms);
  const { store } = rooms.urls;
  screen.say(
    `\nReady after ${screen.seconds()} s. Open\n` +
      `  Storefront      ${store}/\n` +
      `  Admin           ${store}/store/perennial-demo/apps/perennial\n` +
      `  Store control   ${store}/sandbox\n\n` +
      `The data is in ${state.folder}; the embedded database survives a crash of the program, not of the machine.\n` +
      "Ctrl-C ends it.",
  );
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`\n${plainly(error, dataFolder)}\n`);
  return 1;
});
