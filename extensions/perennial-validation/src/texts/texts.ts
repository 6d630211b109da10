import type { Words } from "../../../perennial-perks/words.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };

export type ValidationTexts = typeof en;

/** A further language is a file and a line here. */
export const TEXTS: Words<ValidationTexts> = { en, de, fr };
