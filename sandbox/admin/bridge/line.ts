import { CHANNEL, isOurs } from "../protocol.ts";
import type { FromFrame, Question, Questions, Tiding, Tidings } from "../protocol.ts";

/**
 * The app page's end of the line to the admin frame. Messages go to the frame's origin only and are
 * taken from the frame's window at that origin only.
 */
export interface Line {
  ask<Q extends Question>(question: Q, payload: Questions[Q]["payload"]): Promise<Questions[Q]["answer"]>;
  on<T extends Tiding>(tiding: T, listener: (payload: Tidings[T]) => void): void;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
}

export function openLine(frame: Window, frameOrigin: string): Line {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<Tiding, ((payload: never) => void)[]>();
  let asked = 0;

  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== frame || event.origin !== frameOrigin || !isOurs(event.data)) return;
    const message = event.data as FromFrame;
    if ("tiding" in message) {
      for (const listener of listeners.get(message.tiding) ?? []) listener(message.payload as never);
      return;
    }
    const asker = waiting.get(message.answerTo);
    waiting.delete(message.answerTo);
    if (message.error === null) asker?.resolve(message.answer);
    else asker?.reject(new Error(message.error));
  });

  return {
    ask(question, payload) {
      const ask = ++asked;
      return new Promise((resolve, reject) => {
        waiting.set(ask, { resolve: resolve, reject });
        frame.postMessage({ channel: CHANNEL, ask, question, payload }, frameOrigin);
      });
    },
    on(tiding, listener) {
      listeners.set(tiding, [...(listeners.get(tiding) ?? []), listener]);
    },
  };
}
