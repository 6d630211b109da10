import { Refusal } from "../http/answer.ts";

/** Reads a sent form; an empty field counts as left out. */
export class Sent {
  readonly #form: FormData;

  constructor(form: FormData) {
    this.#form = form;
  }

  text(name: string): string | undefined {
    const value = this.#form.get(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  }

  /** A field that has to be filled in; `label` is what the form calls it. */
  required(name: string, label: string): string {
    const value = this.text(name);
    if (value === undefined) throw new Refusal(`${label}: please fill this in.`);
    return value;
  }

  checked(name: string): boolean {
    return this.#form.has(name);
  }

  number(name: string, label: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Refusal(`${label}: "${value}" is not a number.`);
    return number;
  }

  /** "a, b" → ["a", "b"] */
  words(name: string): string[] {
    return (this.text(name) ?? "")
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
  }

  /** All values of fields of one name, in their order, empty ones included. */
  column(name: string): string[] {
    return this.#form.getAll(name).map((value) => (typeof value === "string" ? value.trim() : ""));
  }
}

/** Leaves out what is undefined: the JSON interface tells "not given" from "given as nothing". */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
