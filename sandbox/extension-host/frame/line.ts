import type { Message, Notice } from "../protocol.ts";

type Listener = (message: Message) => void;

const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
const listeners: Listener[] = [];
let last = 0;

/** Asks the page for something only it can do; rejected with the page's reason where it cannot. */
export function ask<T>(call: string, ...values: unknown[]): Promise<T> {
  last += 1;
  const number = last;
  return new Promise<T>((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    parent.postMessage({ ask: call, number, values }, "*");
  });
}

export function tell(notice: Notice): void {
  parent.postMessage(notice, "*");
}

export function listen(listener: Listener): void {
  listeners.push(listener);
}

addEventListener("message", ({ source, data }: MessageEvent<Message>) => {
  if (source !== parent) return;
  if (data.say === "answer" || data.say === "refusal") settle(data);
  else for (const listener of listeners) listener(data);
});

function settle(message: Extract<Message, { say: "answer" | "refusal" }>): void {
  const asked = waiting.get(message.number);
  waiting.delete(message.number);
  if (message.say === "answer") asked?.resolve(message.value as never);
  else asked?.reject(new Error(message.reason));
}
