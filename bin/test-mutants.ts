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
    const patience = await measure(new Set(tried.map(({ suite }) => suite)), copy.folder, postgresUrl);
    let killed = 0;
    for (const mutant of tried) {
      const longestMs = patience.get(mutant.suite) ?? 0;
      if (await isKilled(mutant, copy, { folder: copy.folder, postgresUrl, longestMs })) killed += 1;
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

/** How long each suite may take: some times as long as without a defect, when none of its tests may fail. */
async function measure(
  suites: Set<Suite>,
  folder: string,
  postgresUrl: string | null,
): Promise<Map<Suite, number>> {
  const patience = new Map<Suite, number>();
  for (const suite of suites) {
    const began = performance.now();
    const failure = await firstFailure(suite, { folder, postgresUrl });
    if (failure !== null) throw new Error(`The tests fail without any defect in them: ${failure}`);
    const took = performance.now() - began;
    process.stdout.write(`sound     the tests of "${suite}" in ${Math.round(took / 1000)} s\n`);
    patience.set(suite, 60_000 + 4 * took);
  }
  return patience;
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
