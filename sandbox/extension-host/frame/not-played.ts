/** For what the platform offers and this host does not: it says so, rather than answering something untrue. */
export function notPlayed(what: string): never {
  throw new Error(`not in the sandbox: ${what}`);
}

/** A value that says so as soon as anything is read of it. */
export function unplayed<T extends object>(what: string): T {
  return new Proxy({} as T, {
    get: (_target, name) => (typeof name === "symbol" ? undefined : notPlayed(`${what}.${name}`)),
  });
}

export function unplayedCall(what: string): () => never {
  return () => notPlayed(`${what}()`);
}
