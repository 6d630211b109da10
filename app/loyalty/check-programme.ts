import type { Programme } from "./programme.ts";

/** What is wrong with a document, in words for the merchant who wrote it. */
export interface Fault {
  /** Where: "earning.rules[2].multiply"; "line 3" for a text that cannot be read at all. */
  readonly path: string;
  readonly problem: string;
  readonly mend: string;
}

export type ProgrammeCheck = { ok: true; programme: Programme } | { ok: false; faults: Fault[] };

export declare function checkProgramme(tree: unknown): ProgrammeCheck;
export declare function parseProgrammeText(text: string): ProgrammeCheck;
