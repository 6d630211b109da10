import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { environmentForNpm, root } from "./environment.mjs";
import { startProgress } from "./progress.mjs";

/** What the project is made for; a machine's own Node from the other one on will do where this cannot be had. */
const WANTED_MAJOR = 24;
const ENOUGH_MAJOR = 22;

const packaged = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/** The path of a Node that runs TypeScript: this one, the packaged one, or as a last resort a fairly recent one. */
export async function requireNode() {
  if (majorOf(process.version) >= WANTED_MAJOR) return process.execPath;
  if (!existsSync(packaged)) installPackaged();
  if (existsSync(packaged) && runs(packaged)) return packaged;
  if (majorOf(process.version) >= ENOUGH_MAJOR) return process.execPath;
  throw new Error(
    `Node ${WANTED_MAJOR} could not be installed for this machine (${process.platform}, ${process.arch}), and its own ` +
      `Node ${process.version} is too old. Install Node ${WANTED_MAJOR} and run this again.`,
  );
}

/** npm may have been told not to run the scripts of packages, and this one's fetches the program itself. */
function installPackaged() {
  const folder = join(root, "node_modules/node");
  if (!existsSync(folder)) return;
  const done = startProgress(`Installing Node ${WANTED_MAJOR}`);
  try {
    execFileSync(process.execPath, ["installArchSpecificPackage.js"], {
      cwd: folder,
      env: environmentForNpm(),
      stdio: "ignore",
    });
    done(true);
  } catch {
    done(false);
  }
}

function runs(node) {
  try {
    return majorOf(execFileSync(node, ["--version"], { encoding: "utf8" })) >= WANTED_MAJOR;
  } catch {
    return false;
  }
}

function majorOf(version) {
  return Number(/\d+/.exec(version)?.[0]);
}
