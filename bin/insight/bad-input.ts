/** What a file says that makes no sense, with the place where it stands. */
export class BadInput extends Error {
  override name = "BadInput";
}

export class UsageError extends Error {
  override name = "UsageError";
}
