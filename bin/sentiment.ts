import { parseArgs } from "node:util";
import { sentimentOf } from "../app/insight/sentiment/analyse.ts";
import { topicsOf } from "../app/insight/sentiment/topics/topics.ts";
import { UsageError } from "./insight/bad-input.ts";
import { eachRow } from "./insight/read-table.ts";
import { runCommand } from "./insight/run-command.ts";
import { decimal, writeTable } from "./insight/write-table.ts";

const USAGE = `usage: npm run -s sentiment -- --texts IN.csv --out OUT.csv [--details]

What customers' texts say, English and Chinese ones (docs/models.md); all others are neutral, and counted on standard error.
IN:  id,text[,lang]; lang such as en or zh-TW is guessed where it is empty.
OUT: id,label,score; label positive, neutral or negative, score from -1 to 1, one line for every line of IN.
     --details adds language and topics, such as "quality+ delivery-".
`;

const options = { texts: { type: "string" }, out: { type: "string" }, details: { type: "boolean" } } as const;

function main(words: string[]): void {
  const { texts, out, details = false } = parseArgs({ args: words, options }).values;
  if (texts === undefined || out === undefined) throw new UsageError("give --texts and --out");
  const unknown = new Map<string, number>();
  const rows: string[][] = [];
  eachRow(texts, { columns: ["id", "text"], optional: ["lang"], asTyped: true }, ({ cells }) => {
    const { label, score, language, isKnown } = sentimentOf(cells.text, cells.lang);
    if (!isKnown && cells.text.trim() !== "") unknown.set(language, (unknown.get(language) ?? 0) + 1);
    rows.push([cells.id, label, decimal(score), ...(details ? [language, topicWords(cells)] : [])]);
  });
  writeTable(out, ["id", "label", "score", ...(details ? ["language", "topics"] : [])], rows);
  process.stderr.write(`${rows.length} ${rows.length === 1 ? "text" : "texts"}\n`);
  for (const [language, count] of [...unknown].sort(([, a], [, b]) => b - a))
    process.stderr.write(`note: ${count} of language ${language}, which is not supported: neutral\n`);
}

const SIGNS = { positive: "+", neutral: "", negative: "-" } as const;

function topicWords({ text, lang }: { text: string; lang: string }): string {
  const found = topicsOf(text, lang);
  return found.map(({ topic, label }) => `${topic}${label === null ? "" : SIGNS[label]}`).join(" ");
}

runCommand(USAGE, main);
