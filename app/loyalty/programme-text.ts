import { checkProgramme } from "./check-programme.ts";
import type { ProgrammeCheck } from "./check-programme.ts";
import { parseProgrammeTree } from "./programme-tree.ts";

export { parseProgrammeTree } from "./programme-tree.ts";

/** Reads a programme from YAML or JSON, for JSON is YAML. A text that cannot be read at all gives the line. */
export function parseProgrammeText(text: string): ProgrammeCheck {
  const tree = parseProgrammeTree(text);
  return tree.ok ? checkProgramme(tree.tree) : tree;
}
