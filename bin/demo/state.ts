import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { FolderInUse, lockFolder } from "../../app/db/folder-lock.ts";
import { pastBegins } from "../../sandbox/history/generate.ts";
import type { DemoSettings } from "./settings.ts";

const kept = z.object({ secret: z.string(), hasPast: z.boolean() });

/** What the demo keeps between two starts, and the right to use it. */
export interface DemoState {
  settings: DemoSettings;
  folder: string;
  databaseFolder: string;
  storeFolder: string;
  logFolder: string;
  /** Shared by the store and the app, as Shopify shares one with every app. */
  secret: string;
  hasPast: boolean;
  /** Where the past begins that is to be told; null once it was. */
  pastFrom: string | null;
  /** Why there is nothing from an earlier start, where somebody might miss it. */
  startedAfresh: string | null;
  rememberPast(): void;
  close(): void;
}

/** Takes the demo's folder for this process, and empties it where that is asked for or the last start got stuck. */
export function openState(settings: DemoSettings, { reset }: { reset: boolean }): DemoState {
  const { folder } = settings;
  if (reset && settings.databaseUrl !== undefined) {
    throw new Error(
      "--reset empties the embedded database alone. Empty the one of DATABASE_URL yourself, or unset it.",
    );
  }
  mkdirSync(folder, { recursive: true });
  const unlock = takeFolder(folder);
  try {
    return prepared(settings, reset, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function prepared(settings: DemoSettings, reset: boolean, unlock: () => void): DemoState {
  const { folder } = settings;
  const file = join(folder, "demo.json");
  const paths = {
    databaseFolder: join(folder, "app"),
    storeFolder: join(folder, "sandbox"),
    logFolder: join(folder, "logs"),
  };
  let found = read(file);
  const gotStuck = found !== null && !found.hasPast;
  if (reset || gotStuck) {
    // The embedded database may be open without a demo, by `npm start`.
    lockFolder(`${paths.databaseFolder}.lock`)();
    for (const path of [...Object.values(paths), file]) rmSync(path, { recursive: true, force: true });
    found = null;
  }
  const state = found ?? { secret: `shpss_${randomBytes(16).toString("hex")}`, hasPast: false };
  const save = () => writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  save();
  mkdirSync(paths.logFolder, { recursive: true });
  return {
    settings,
    folder,
    ...paths,
    ...state,
    pastFrom: state.hasPast ? null : pastBegins(new Date()).toISOString(),
    startedAfresh:
      gotStuck && !reset ? "The last start ended before the shop had its past: it is made afresh." : null,
    rememberPast() {
      state.hasPast = true;
      save();
    },
    close: unlock,
  };
}

function takeFolder(folder: string): () => void {
  try {
    return lockFolder(join(folder, "demo.lock"));
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    throw new Error(
      "The demo is already running from this folder. End that one first (Ctrl-C where it runs).",
      {
        cause: error,
      },
    );
  }
}

function read(file: string): z.infer<typeof kept> | null {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${file} cannot be read. \`npm run demo -- --reset\` starts afresh.`, { cause: error });
  }
}
