import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const APP = join(import.meta.dirname, "../../app");
/** Where rows and files are read, and where deliveries are. */
const READERS = ["moving", "use-cases/moving-in", "commerce/shopify", "use-cases"];
/** What is at fault in a programme speaks so as well, and has words of its own. */
const PROGRAMME = "save-programme.ts";
const PROPERTIES = ["problem", "mend"];
const ERRORS = ["UnreadableFile", "UnreadableDelivery", "NotSettleable", "StoreUnavailable"];
/** A reader's own way to say that a cell is empty, and what to write there. */
const METHOD = "miss";

/** Everything that readers say of what they cannot take in, as the code has it: `{1}` for what differs. */
export function saidReasons(): string[] {
  const files = READERS.flatMap((folder) =>
    readdirSync(join(APP, folder))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== PROGRAMME)
      .map((file) => join(APP, folder, file)),
  );
  return [...new Set(files.flatMap((file) => reasonsIn(readFileSync(file, "utf8"))))];
}

function reasonsIn(source: string): string[] {
  if (![...ERRORS, "problem:"].some((word) => source.includes(word))) return [];
  const said: string[] = [];
  visit(ts.createSourceFile("reader.ts", source, ts.ScriptTarget.Latest, true));
  return said;

  function visit(node: ts.Node): void {
    if (ts.isPropertyAssignment(node) && PROPERTIES.includes(node.name.getText())) collect(node.initializer);
    else if (ts.isNewExpression(node) && ERRORS.includes(node.expression.getText()))
      node.arguments?.forEach(collect);
    else if (ts.isCallExpression(node) && node.expression.getText().endsWith(`.${METHOD}`))
      node.arguments.slice(1).forEach(collect);
    else node.forEachChild(visit);
  }

  function collect(node: ts.Node): void {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) said.push(node.text);
    else if (ts.isTemplateExpression(node))
      said.push(
        node.templateSpans.reduce(
          (text, { literal }, place) => `${text}{${place + 1}}${literal.text}`,
          node.head.text,
        ),
      );
    else if (!ts.isCallExpression(node)) node.forEachChild(collect);
  }
}
