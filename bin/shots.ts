import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listScenes } from "../tests/helpers/block-scenes.ts";
import { openBrowser } from "../tests/helpers/browser.ts";
import { playShopperStates } from "../tests/helpers/shopper-states.ts";
import { root } from "./bootstrap/environment.mjs";
import { plainly } from "./plainly.ts";
import { takeAdmin } from "./shots/admin/gallery.ts";
import { galleryOf } from "./shots/gallery.ts";
import { readOptions, USAGE, type Options } from "./shots/options.ts";
import { takeBlocks, type Shot } from "./shots/take.ts";
import { takeTroubles } from "./shots/troubles.ts";

const FOLDER = join(root, ".data/shots");

/** `shots`: a picture of every block and of every page of the admin, in every state, and one page with them all. */
async function main(words: string[]): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const blocks = options.blocks ? await takeAllBlocks(options) : [];
  const { adminViews: views, page, store } = options;
  const admin = options.admin ? await takeAdmin({ views, page, store, folder: join(FOLDER, "admin") }) : [];
  const shots = [...blocks, ...admin];
  const made = new Date().toISOString().slice(0, 16).replace("T", " ");
  writeFileSync(join(FOLDER, "index.html"), galleryOf(shots, made));
  const pictures = shots.filter(({ file }) => file !== null).length;
  process.stdout.write(`${pictures} pictures: .data/shots/index.html\n`);
  return 0;
}

async function takeAllBlocks(options: Options): Promise<Shot[]> {
  const wanted = (part: string | null) => (name: string) => part === null || name.includes(part);
  const blocks = listScenes().filter(wanted(options.block));
  process.stderr.write("states …\n");
  const states = (await playShopperStates()).filter(({ id }) => wanted(options.state)(id));
  const browser = await openBrowser();
  const shots: Shot[] = [];
  try {
    for (const view of options.views) {
      process.stderr.write(`${view.id} …\n`);
      shots.push(...(await takeBlocks(browser, view, { blocks, states, folder: FOLDER })));
      shots.push(...(await takeTroubles(browser, view, { blocks, states, folder: FOLDER })));
    }
  } finally {
    await browser.close();
  }
  return shots;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
