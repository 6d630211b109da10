import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment, root } from "./environment.mjs";

const SCHEMA = join(root, "prisma/schema.prisma");
const CLIENT = join(root, "node_modules/.prisma/client");
const STAMP = join(CLIENT, ".made-from");

/** Makes Prisma's client where there is none, or one of another schema. */
export async function generatePrismaClient(node) {
  const madeFrom = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === madeFrom) return;
  try {
    execFileSync(node, [join(root, "node_modules/prisma/build/index.js"), "generate"], {
      cwd: root,
      // Only its presence is asked for: nothing is connected to.
      env: { DATABASE_URL: "postgresql://localhost/perennial", ...environment() },
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  } catch (error) {
    throw new Error(`The database client could not be generated:\n${String(error.stderr).trim()}`, {
      cause: error,
    });
  }
  writeFileSync(STAMP, madeFrom);
}

function fingerprint() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8"));
  return createHash("sha256").update(version).update(readFileSync(SCHEMA)).digest("hex");
}
