import type { Formats } from "./formats.ts";

/** What a language is called; what is no language is called as it was written. */
export function languageName(code: string, f: Formats): string {
  try {
    return f.language(code);
  } catch {
    return code;
  }
}
