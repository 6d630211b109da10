const EVERY_MS = 2_000;

/** What the person in front of the demo sees: one line a step, kept current while it lasts. */
export class Screen {
  readonly #out: NodeJS.WriteStream;
  readonly #began = performance.now();
  #isOver = false;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  seconds(): number {
    return Math.round((performance.now() - this.#began) / 1000);
  }

  say(text: string): void {
    if (!this.#isOver) this.#out.write(`${text}\n`);
  }

  /** The last words; a step that is still under way says nothing more. */
  sayLast(text: string): void {
    this.#clear();
    this.#isOver = true;
    this.#out.write(`${text}\n`);
  }

  /** Does one step; `work` tells how far it is, and `outcome` says what to print of what came of it. */
  async step<T>(
    name: string,
    work: (tell: (progress: string) => void) => Promise<T>,
    outcome: (result: T) => string,
  ): Promise<T> {
    const began = performance.now();
    let progress = "…";
    const show = () => this.#show(`  ${name}: ${progress} (${secondsSince(began)} s)`);
    const timer = setInterval(show, EVERY_MS);
    try {
      const result = await work((told) => {
        progress = told;
      });
      this.#clear();
      this.say(`  ${name}: ${outcome(result)} (${secondsSince(began)} s)`);
      return result;
    } catch (error) {
      this.#clear();
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /** On a terminal a line replaces the one before; in a log every line stays. */
  #show(line: string): void {
    if (!this.#isOver) this.#out.write(this.#out.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  #clear(): void {
    if (this.#out.isTTY && !this.#isOver) this.#out.write("\r\x1b[K");
  }
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}
