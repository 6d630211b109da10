import { CHANNEL, isOurs } from "../protocol.ts";
import type { FromFrame, Question, Questions, Tiding, Tidings, ToFrame } from "../protocol.ts";

/** A question that is answered with null only wants to know that it was done. */
type Answer<Q extends Question> = Questions[Q]["answer"] extends null ? void : Questions[Q]["answer"];

export type Answers = {
  [Q in Question]: (payload: Questions[Q]["payload"], from: Window) => Answer<Q> | Promise<Answer<Q>>;
};

/**
 * The frame's end of the line. Only windows the frame opened itself are listened to, and only while
 * they show a page of the app's origin; answers go to that origin and nowhere else.
 */
export interface Line {
  admit(window: Window): void;
  dismiss(window: Window): void;
  tell<T extends Tiding>(window: Window, tiding: T, payload: Tidings[T]): void;
}

export function openLine(appOrigin: string, answers: Answers): Line {
  const admitted = new Set<Window>();
  const send = (window: Window, message: FromFrame) => window.postMessage(message, appOrigin);

  async function answer(message: ToFrame, from: Window): Promise<void> {
    const respond = answers[message.question] as (payload: unknown, from: Window) => unknown;
    try {
      const given = await respond(message.payload, from);
      send(from, { channel: CHANNEL, answerTo: message.ask, answer: given, error: null });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      send(from, { channel: CHANNEL, answerTo: message.ask, answer: null, error: reason });
    }
  }

  addEventListener("message", (event: MessageEvent<unknown>) => {
    const from = event.source as Window | null;
    if (!from || !admitted.has(from) || event.origin !== appOrigin || !isOurs(event.data)) return;
    const message = event.data as ToFrame;
    if (message.question in answers) void answer(message, from);
  });

  return {
    admit: (window) => void admitted.add(window),
    dismiss: (window) => void admitted.delete(window),
    tell: (window, tiding, payload) => send(window, { channel: CHANNEL, tiding, payload } as FromFrame),
  };
}
