import { en } from "./en.ts";

/** German. */
export const de: typeof en = { ...en };
