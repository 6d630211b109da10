import { importMembers } from "./moving/import-members.ts";
import { putBack } from "./moving/put-back.ts";
import { plainly } from "./plainly.ts";

const USAGE = `usage: npm run -s import -- FILE.ndjson --shop DOMAIN
       npm run -s import -- members FILE.csv --shop DOMAIN [--from APP] [--preview] [--undo]
         [--tier NAME=LEVEL]... [--expiry file|programme|never] [--decimals .|,] [--dates dmy|mdy]
         [--column FIELD=HEADING]... [--again] [--refused OUT.csv] [--receipt OUT.json]
`;

/** Moves members in from another app's file, or puts a whole shop back. */
async function main([first, ...rest]: string[]): Promise<number> {
  const done = first === "members" ? await importMembers(rest) : await putBack([first ?? "", ...rest]);
  if (done !== null) return done;
  process.stderr.write(USAGE);
  return 2;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
