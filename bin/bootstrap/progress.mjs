const EVERY_MS = 10_000;

/** Says what is under way, and how long it has been while it is; returns what to call at the end. */
export function startProgress(what) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stderr.write(`${what} …\n`);
  const timer = setInterval(() => process.stderr.write(`${what} … ${seconds()} s\n`), EVERY_MS);
  return (succeeded) => {
    clearInterval(timer);
    if (succeeded) process.stderr.write(`${what}: done in ${seconds()} s\n`);
  };
}
