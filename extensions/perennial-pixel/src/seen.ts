/** What is told of a recommendation: its signed name, and nothing of who saw it. */
export interface Seen {
  event: "shown" | "clicked";
  pick: string;
}

const PICK = /^[a-z]{2,12}\.\d{1,18}\.\d{1,18}\.[\w-]{10}$/;
/** What one message holds. */
const MOST = 60;

/** Gathers what is seen and sends it together, each once a page. */
export function gather(send: (events: Seen[]) => void, later: (work: () => void) => void) {
  const told = new Set<string>();
  let waiting: Seen[] = [];
  return (event: Seen["event"], pick: unknown): void => {
    if (typeof pick !== "string" || !PICK.test(pick) || told.has(`${event} ${pick}`)) return;
    told.add(`${event} ${pick}`);
    waiting.push({ event, pick });
    if (waiting.length > 1) return;
    later(() => {
      for (let from = 0; from < waiting.length; from += MOST) send(waiting.slice(from, from + MOST));
      waiting = [];
    });
  };
}

/** The recommendation that led to a page, as our links write it into the address; null for none. */
export function pickIn(address: string): string | null {
  try {
    return new URL(address).searchParams.get("perennial");
  } catch {
    return null;
  }
}
