/** What the database says of a statement that it refused: a class of SQLSTATE. */

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** A value that no column can take: too large a number, a date that is none. Trying again is of no use. */
export function isUnstorable(error: unknown): boolean {
  return codeOf(error).startsWith("22");
}

/**
 * Two transactions got into each other's way: a deadlock that the database ended, or both made the same new record.
 * Done again, the later one sees what the earlier did.
 */
export function isCollision(error: unknown): boolean {
  return ["40001", "40P01", "23505"].includes(codeOf(error));
}
