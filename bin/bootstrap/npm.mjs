import { spawn } from "node:child_process";
import { environmentForNpm, root } from "./environment.mjs";
import { startProgress } from "./progress.mjs";

const KEPT_LINES = 15;

/** Runs npm in a folder of the project, with progress on the screen; throws one clear sentence where it fails. */
export async function npm(given, what, folder = root) {
  const done = startProgress(what);
  const { code, output } = await run(given, folder);
  done(code === 0);
  if (code !== 0) throw new Error(explain(given, output));
}

function run(given, folder) {
  return new Promise((resolve) => {
    // Its notices (other Node versions, scripts to approve) are no news here, and it is asked only where it fails.
    const child = spawn("npm", [...given, "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
      env: environmentForNpm(),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

function explain(given, output) {
  if (/ENOSPC/.test(output))
    return "The disk is full: npm could not install. Free some space and run this again.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write in ${root}. Give yourself that right and run this again.`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return "npm could not reach its package registry. Check the connection and run this again.";
  const last = output.trim().split("\n").slice(-KEPT_LINES).join("\n");
  return `npm ${given.join(" ")} failed:\n${last}`;
}
