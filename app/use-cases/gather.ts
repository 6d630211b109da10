/**
 * Makes one call of many: what arrives while a call is under way waits and goes together in the next. One caller
 * alone waits for nobody.
 */
export function gather<In, Out>(
  work: (items: In[]) => Promise<Out[]>,
  largest: number,
): (item: In) => Promise<Out> {
  let waiting: { item: In; resolve: (out: Out) => void; reject: (error: unknown) => void }[] = [];
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      try {
        const results = await work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, place) => resolve(results[place] as Out));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void run();
    });
}
