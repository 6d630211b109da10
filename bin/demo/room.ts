import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bootstrap/environment.mjs";

const STOP_WITHIN_MS = 15_000;

/** What a room tells the demo. */
export type Told<Answer> = { ready: true } | { failed: string } | { answer: Answer };

/** A process of the demo. */
export interface Room<Answer> {
  /** `said` is what the room is to know with it. */
  ask(said?: unknown): Promise<Answer>;
  /** Fails when the room ends without having been told to. */
  ended: Promise<never>;
  stop(): Promise<void>;
}

export interface RoomSettings {
  name: string;
  /** A file of bin/demo, and what it is started with. */
  file: string;
  node?: string[];
  env: Record<string, string>;
  logFolder: string;
}

/**
 * Starts a room and waits until it is ready. It has a process group of its own, so that Ctrl-C reaches the demo alone,
 * which ends the rooms in their order; and it leaves when the demo is gone, however that went.
 */
export async function startRoom<Answer>({
  name,
  file,
  node = [],
  env,
  logFolder,
}: RoomSettings): Promise<Room<Answer>> {
  const log = join(logFolder, `${name}.log`);
  const output = openSync(log, "a");
  const child = spawn(process.execPath, [...node, join(root, "bin/demo", file)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output, "ipc"],
    detached: true,
  });
  closeSync(output);
  let stopping = false;
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ended = exited.then((): never => {
    throw new Error(`The ${name} ended unexpectedly. What it said last is in ${log}`);
  });
  // Looked at only while the demo runs.
  ended.catch(() => undefined);
  await Promise.race([untilReady(child), ended]);
  return {
    ended,
    async ask(said) {
      const told = await Promise.race([question<Answer>(child, said), ended]);
      if ("answer" in told) return told.answer;
      throw new Error("failed" in told ? told.failed : `The ${name} did not answer.`);
    },
    async stop() {
      if (stopping) return exited;
      stopping = true;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  const told = await nextMessage(child);
  if ("failed" in told) throw new Error(told.failed);
}

function question<Answer>(child: ChildProcess, said: unknown): Promise<Told<Answer>> {
  return new Promise((resolve, reject) => {
    nextMessage<Answer>(child).then(resolve, reject);
    child.send({ said }, (error) => {
      if (error !== null) reject(error);
    });
  });
}

function nextMessage<Answer>(child: ChildProcess): Promise<Told<Answer>> {
  return new Promise((resolve) => child.once("message", (told) => resolve(told as Told<Answer>)));
}
