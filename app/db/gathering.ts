import type { Call, Done } from "./prepared-statements.ts";

/** A statement that waits for the next exchange, and whoever waits for its answer. */
interface Waiting extends Call {
  answered: (done: Done<object>) => void;
  failed: (error: unknown) => void;
}

export interface Gathering {
  /** Answers once it is the turn of this connection. */
  inTurn<T>(use: () => Promise<T>): Promise<T>;
  /** All in one exchange, of which nothing is kept where one of them fails. */
  exchange(calls: Call[]): Promise<Done<object>[]>;
}

/** More than a page asks at once. No timer and no request is heard while an exchange goes on. */
const MOST_TOGETHER = 24;

/**
 * For a connection that everybody shares: what is asked while others wait for their turn goes with them. An exchange costs
 * more than most statements that run again and again, and each of its own would wait for everybody else's.
 */
export function gatherCalls({ inTurn, exchange }: Gathering): (call: Call) => Promise<Done<object>> {
  let waiting: Waiting[] = [];

  async function depart(): Promise<void> {
    const travelling = waiting.slice(0, MOST_TOGETHER);
    waiting = waiting.slice(MOST_TOGETHER);
    if (waiting.length > 0) schedule();
    try {
      const results = await exchange(travelling);
      travelling.forEach(({ answered, failed }, place) => {
        const done = results[place];
        if (done === undefined) failed(new Error("the database left a statement without an answer"));
        else answered(done);
      });
    } catch (error) {
      if (travelling.length === 1) travelling[0]?.failed(error);
      // Nobody is to fail for somebody else's fault. Nothing was kept, so each is done for the first time.
      else
        for (const one of travelling)
          await exchange([one]).then(([done]) => done && one.answered(done), one.failed);
    }
  }

  function schedule(): void {
    inTurn(depart).catch((error: unknown) => {
      // The turn never came: the connection is closed.
      for (const { failed } of waiting.splice(0)) failed(error);
    });
  }

  return (call) =>
    new Promise((answered, failed) => {
      waiting.push({ ...call, answered, failed });
      if (waiting.length === 1) schedule();
    });
}
