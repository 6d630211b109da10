import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answered, Asked } from "./protocol.ts";

type Contract = Record<string, { input: unknown; output: unknown }>;

export type Ask<C> = <Name extends keyof C & string>(
  name: Name,
  input: C[Name] extends { input: infer Input } ? Input : never,
) => Promise<C[Name] extends { output: infer Output } ? Output : never>;

/** Starts one of the bench's processes. It ends with the answer to `close`, or with this process. */
export function startChild<C>(file: string, argument: unknown): Ask<C> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, [JSON.stringify(argument)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on("message", (answer: Answered) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("fault" in answer) asked?.reject(new Error(answer.fault));
    else asked?.resolve(answer.output);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code}`));
  });
  return (name, input) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve, reject });
      child.send({ id: last, name, input } satisfies Asked);
    });
}

/** The other end: answers by these handlers, until it was asked to close. */
export function answerParent<C extends { [Name in keyof C]: Contract[string] }>(handlers: {
  [Name in keyof C]: (input: C[Name]["input"]) => Promise<C[Name]["output"]>;
}): void {
  process.on("message", (asked: Asked) => {
    void answer(handlers[asked.name as keyof C], asked);
  });
  process.on("disconnect", () => process.exit(1));
}

async function answer(
  handler: (input: unknown) => Promise<unknown>,
  { id, name, input }: Asked,
): Promise<void> {
  let said: Answered;
  try {
    said = { id, output: await handler(input) };
  } catch (error) {
    said = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(said, () => {
    if (name === "close") process.exit(0);
  });
}

export function argumentOf<T>(): T {
  return JSON.parse(process.argv[2] ?? "null") as T;
}

/** User and system time of this process, in milliseconds. */
export async function ownCpuMs(): Promise<number> {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
