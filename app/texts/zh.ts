import { en } from "./en.ts";

/** Chinese in simplified characters. */
export const zh: typeof en = { ...en };
