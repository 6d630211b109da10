const FULL = /ENOSPC|no space left|disk is full|could not extend file|SQLITE_FULL/i;
const READ_ONLY = /EACCES|EROFS|EPERM|readonly database/i;

/** An error as one sentence that says what to do about it. */
export function plainly(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (FULL.test(text))
    return "The disk is full. Free some space and start again; nothing that was acknowledged is lost.";
  if (READ_ONLY.test(text)) return `A file cannot be written: ${text}`;
  return text;
}
