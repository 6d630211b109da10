import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";

/**
 * Extensions have types of their own, which their surface gives them: each is a project beside the app's. So are the tools,
 * where their packages are installed, which only those need who change what the app asks of Shopify.
 */
const tools = existsSync("tools/node_modules") ? ["tools"] : [];
const projects = [".", ...globSync("extensions/*/tsconfig.json"), ...tools];
const failed = projects.filter((project) => {
  const { status } = spawnSync("tsc", ["--noEmit", "-p", project], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
