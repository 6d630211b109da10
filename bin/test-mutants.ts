import { findPostgres } from "./test/postgres.ts";
import { APP_MUTANTS } from "./mutants/app-mutants.ts";
import { CORE_MUTANTS } from "./mutants/core-mutants.ts";
import type { Mutant, Suite } from "./mutants/mutant.ts";
import { copyProject, type ProjectCopy } from "./mutants/project-copy.ts";
import { firstFailure, type Terms } from "./mutants/suites.ts";

/**
 * Breaks the engine on purpose, one defect at a time, and sees whether the tests notice. `npm run test:mutants -- WORD`
 * tries only those with the word in their name. The last line counts; exit 1 unless all were killed.
 */
async function main(words: string[]): Promise<number> {
  const wanted = [...CORE_MUTANTS, ...APP_MUTANTS].filter(({ name }) =>
    words.every((word) => name.includes(word)),
  );
  const server = await findPostgres();
  const postgresUrl = server?.url ?? null;
  const tried = wanted.filter(({ suite }) => suite !== "postgres" || postgresUrl !== null);
  const copy = copyProject();
  try {
    const terms: Terms = { folder: copy.folder, postgresUrl };
    const patience = new Map<Suite, number>();
    let killed = 0;
    for (const mutant of tried) {
      const longestMs = patience.get(mutant.suite) ?? (await measure(mutant.suite, terms));
      patience.set(mutant.suite, longestMs);
      if (await isKilled(mutant, copy, { ...terms, longestMs })) killed += 1;
    }
    for (const { name } of wanted.filter((mutant) => !tried.includes(mutant)))
      process.stdout.write(`left out  ${name}: there is no PostgreSQL server to be had\n`);
    process.stdout.write(`killed ${killed} of ${tried.length}\n`);
    return killed === tried.length && killed > 0 ? 0 : 1;
  } finally {
    copy.remove();
    await server?.stop();
  }
}

/** How long the suite may take: some times as long as without a defect, when none of its tests may fail. */
async function measure(suite: Suite, terms: Terms): Promise<number> {
  const began = performance.now();
  const failure = await firstFailure(suite, terms);
  if (failure !== null) throw new Error(`The tests fail without any defect in them: ${failure}`);
  const took = performance.now() - began;
  process.stdout.write(`sound     the tests of "${suite}" in ${Math.round(took / 1000)} s\n`);
  return 60_000 + 4 * Math.round(took);
}

async function isKilled(mutant: Mutant, copy: ProjectCopy, terms: Terms): Promise<boolean> {
  const failure = await copy.withMutant(mutant, () => firstFailure(mutant.suite, terms));
  process.stdout.write(
    failure === null ? `SURVIVED  ${mutant.name}\n` : `killed    ${mutant.name}: ${failure}\n`,
  );
  return failure !== null;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
