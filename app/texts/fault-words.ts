import type { Fault } from "../loyalty/programme.ts";
import type { Texts } from "./texts.ts";

/** What is wrong and how to mend it, as two sentences. */
export function faultWords({ problem, mend }: Fault, _t: Texts): string {
  return `${asSentence(problem)} ${asSentence(mend)}`;
}

function asSentence(words: string): string {
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
