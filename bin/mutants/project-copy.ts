import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../bootstrap/environment.mjs";
import { mutate, type Mutant } from "./mutant.ts";

/** What no test of the engine needs, or what is linked instead. */
const LEFT_OUT = new Set(["node_modules", "build", "coverage", "docs", "test-results", "tools"]);

export interface ProjectCopy {
  folder: string;
  /** Lets the work see the copy with the defect in it, and takes it out again. */
  withMutant<T>(mutant: Mutant, work: () => Promise<T>): Promise<T>;
  remove(): void;
}

/** The project in a folder of its own, where it may be broken. Packages are those of the project. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), "perennial-mutants-"));
  for (const name of readdirSync(root)) {
    if (LEFT_OUT.has(name) || (name.startsWith(".") && !name.endsWith(".mjs"))) continue;
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  return {
    folder,
    async withMutant(mutant, work) {
      const file = join(folder, mutant.file);
      const sound = readFileSync(file, "utf8");
      writeFileSync(file, mutate(mutant, sound));
      try {
        return await work();
      } finally {
        writeFileSync(file, sound);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
