import { runOnBothDatabases } from "./test/both-databases.ts";
import { closing } from "./test/counts.ts";

/** Faults have their homes here; docs/faults.md says which in which. */
const HOMES = [
  "tests/faults",
  ...["concurrency", "crash", "dead-letters", "delivery-order", "erasure", "ledger", "lifecycle"].map(
    (name) => `tests/flow/${name}.test`,
  ),
  ...["living-past", "reconcile", "reconcile-failing", "rewards", "store-state"].map(
    (name) => `tests/flow/${name}.test`,
  ),
];

/** Figures of the flows whose own are smaller in `npm test`. */
const FULL = {
  FAULT_SCALE: "full",
  FAULT_KILLS: "40",
  FAULT_HISTORIES: "400",
  FAULT_SHUFFLES: "10",
  MODEL_RUNS: "5000",
};
const LONGEST_MINUTES = 12 * 60;

/**
 * The faults in their full figures, on both databases, and the model over thousands of histories. What is given on the
 * command line takes the place of the files; FAULT_SCALE=night makes more of each, FAULT_SEED=n plays one again.
 */
async function main(given: string[]): Promise<number> {
  const files = given.length > 0 ? given : HOMES;
  const set = Object.keys(FULL).filter((name) => process.env[name] !== undefined);
  const variables = Object.fromEntries(Object.entries(FULL).filter(([name]) => !set.includes(name)));
  const onServer = ["--project=flow", "--passWithNoTests", ...files];
  const total = await runOnBothDatabases({
    given: given.length > 0 ? given : [...files, "tests/model"],
    onServer,
    variables,
    longestMinutes: LONGEST_MINUTES,
  });
  process.stdout.write(`${closing(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
