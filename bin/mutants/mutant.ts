/** A deliberate defect: one place in the source, written otherwise. */
export interface Mutant {
  /** What the engine does wrong with it. */
  name: string;
  /** From the project's root. */
  file: string;
  /** Must stand in the file exactly once, so that a mutant cannot rot unseen. */
  from: string;
  to: string;
  /** Which tests are to notice; the first that fails is enough. */
  suite: Suite;
}

/**
 * "core": the tests of loyalty itself and the model beside it. "app": flows and faults on the embedded database.
 * "postgres": those that need several connections, and so a server.
 */
export type Suite = "core" | "app" | "postgres";

/** The file's text with the defect in it; throws where the place is not there, or there more than once. */
export function mutate({ name, file, from, to }: Mutant, text: string): string {
  const places = text.split(from).length - 1;
  if (places !== 1)
    throw new Error(`The mutant "${name}" fits ${places} places of ${file} instead of one: write it anew.`);
  if (from === to) throw new Error(`The mutant "${name}" changes nothing.`);
  return text.replace(from, () => to);
}
