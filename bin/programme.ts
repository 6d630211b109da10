import { parseArgs } from "node:util";
import { plainly } from "./plainly.ts";
import { UsageError, type Command } from "./programme/command.ts";

const USAGE = `usage: npm run -s programme -- VERB [PROGRAMME.yaml] [options]

  validate P.yaml            ok, or each fault: where, what, and how to mend it
  export                     the version in force, as YAML; --number N for another
  diff P.yaml                what P.yaml says otherwise than the version in force
  plan P.yaml                what would change, and for whom, before anything is saved; prints the plan's hash
  apply P.yaml --plan HASH   saves what was planned as the next version: all of it, or nothing
  template [NAME]            a programme to begin with: --currency EUR --timezone Europe/Berlin; without NAME their names

  --shop DOMAIN              of which shop; may be left out where there is only one
  --json                     the answer as JSON
  --as NAME                  apply: who saves it, for the list of versions

The database is the embedded one, which must not be in use, or the one that DATABASE_URL names.
Exit code: 0, 1 where something is refused, 2 where the command is not understood.
`;

/** Each is loaded when it is asked for: most need the database, and checking a file does not. */
const VERBS: Record<string, (command: Command) => Promise<number>> = {
  validate: async (command) => (await import("./programme/validate.ts")).validate(command),
  template: async (command) => (await import("./programme/template.ts")).printTemplate(command),
  export: async (command) => (await import("./programme/export.ts")).exportVersion(command),
  diff: async (command) => (await import("./programme/diff.ts")).diff(command),
  plan: async (command) => (await import("./programme/plan.ts")).plan(command),
  apply: async (command) => (await import("./programme/apply.ts")).apply(command),
};

const options = {
  shop: { type: "string" },
  json: { type: "boolean", default: false },
  plan: { type: "string" },
  number: { type: "string" },
  currency: { type: "string" },
  timezone: { type: "string" },
  as: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [verb = "", argument, ...rest] = positionals;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) throw new UsageError(verb === "" ? "say what to do" : `there is no verb ${verb}`);
  if (rest.length > 0) throw new UsageError(`${rest.join(" ")}: one file at a time`);
  return run({ argument, ...values });
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${USAGE}`);
    return 2;
  }
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
