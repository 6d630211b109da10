export class UsageError extends Error {
  override name = "UsageError";
}

/** What was asked for: the verb's argument and the options. */
export interface Command {
  argument: string | undefined;
  shop?: string | undefined;
  json: boolean;
  plan?: string | undefined;
  number?: string | undefined;
  currency?: string | undefined;
  timezone?: string | undefined;
  as?: string | undefined;
}

export function requireFile({ argument }: Command): string {
  if (argument === undefined) throw new UsageError("name the programme's file");
  return argument;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}
