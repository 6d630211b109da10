/**
 * Every npm script goes through here: `node bin/with-node.mjs [--runtime-only] COMMAND [ARGUMENTS]`.
 *
 * It runs under whatever Node the machine has (20 or later), brings the installation up to date, and hands over to
 * Node 24, which the project's packages need and which is one of them. COMMAND is a file of the project or a command
 * of an installed package. `--runtime-only` asks for no more packages than a deployment has.
 *
 * Whatever is said here goes to standard error: standard output belongs to the command.
 */
import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { bringUpToDate } from "./bootstrap/dependencies.mjs";
import { environment, root } from "./bootstrap/environment.mjs";
import { requireNode } from "./bootstrap/node.mjs";
import { generatePrismaClient } from "./bootstrap/prisma-client.mjs";

const LOOK_FOR_PARENT_MS = 500;

try {
  const [command, ...rest] = process.argv.slice(2);
  const runtimeOnly = command === "--runtime-only";
  await bringUpToDate({ runtimeOnly });
  const node = await requireNode();
  await generatePrismaClient(node);
  if (runtimeOnly) handOver(node, rest[0], rest.slice(1));
  else handOver(node, command, rest);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** Becomes the command, as far as signals and the exit code can tell. */
function handOver(node, command = "", given = []) {
  const isFile = /\.(ts|mjs|js)$/.test(command);
  const path = [dirname(node), join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const child = spawn(isFile ? node : command, isFile ? [command, ...given] : given, {
    stdio: "inherit",
    env: { ...environment(), PATH: path },
    shell: !isFile && process.platform === "win32",
  });
  child.once("error", (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // A terminal tells the whole group of Ctrl-C; passed on, the command would hear it twice.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // npm hands a signal to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, LOOK_FOR_PARENT_MS).unref();
  child.once("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
