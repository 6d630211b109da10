/** What comes of the work, or the other thing where it takes longer; the work goes on, and must not throw. */
export async function inTime<T>(
  work: Promise<T>,
  { withinMs, else: otherwise }: { withinMs: number; else: T },
): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(otherwise), withinMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
