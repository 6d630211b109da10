import { parseArgs } from "node:util";
import { countPeople, evidenceFor, strongest, type Evidence } from "../app/insight/recommend/evidence.ts";
import { basketRanker, trainForBaskets } from "../app/insight/recommend/for-baskets.ts";
import { customerRanker, trainForCustomers } from "../app/insight/recommend/for-customers.ts";
import { basketsOf, historyOf, visitsOf } from "../app/insight/recommend/visits.ts";
import { UsageError } from "./insight/bad-input.ts";
import { readInteractions, type NamedInteractions } from "./insight/read-interactions.ts";
import { readTable } from "./insight/read-table.ts";
import { runCommand } from "./insight/run-command.ts";
import { decimal, writeTable } from "./insight/write-table.ts";

const USAGE = `usage: npm run -s recommend -- --interactions IN.csv --k 10 --out OUT.csv [--include-seen]
       npm run -s recommend -- --interactions IN.csv --baskets BASKETS.csv --k 10 --out OUT.csv

What customers may want next, or what goes with the items of a basket (docs/models.md).
IN:      customer_id,item_id,timestamp[,quantity]; rows of a customer with the same timestamp are one basket
BASKETS: basket_id,item_id
OUT:     customer_id,rank,item_id,score,reason or basket_id,rank,item_id,score,reason
Items that a customer has had are left out unless --include-seen is given, those of the basket always.
`;

const options = {
  interactions: { type: "string" },
  baskets: { type: "string" },
  k: { type: "string", default: "10" },
  out: { type: "string" },
  "include-seen": { type: "boolean", default: false },
} as const;

function main(words: string[]): void {
  const { values } = parseArgs({ args: words, options });
  const { interactions, baskets, out } = values;
  if (interactions === undefined || out === undefined) throw new UsageError("give --interactions and --out");
  const most = Number(values.k);
  if (!Number.isSafeInteger(most) || most < 1 || most > 1_000)
    throw new UsageError("--k: write how many from 1 to 1000");
  const known = readInteractions(interactions);
  if (baskets !== undefined) writeForBaskets(known, { baskets, out, most });
  else writeForCustomers(known, { out, most, of: values["include-seen"] ? "all" : "new" });
}

function writeForCustomers(
  { bought, customers, items }: NamedInteractions,
  { out, most, of }: { out: string; most: number; of: "all" | "new" },
): void {
  const histories = visitsOf(bought);
  const ranked = customerRanker(trainForCustomers(histories, bought.items).customers);
  const people = countPeople(histories, bought.items);
  const names = items.all();
  const rows = function* () {
    for (const [place, customer] of customers.entries()) {
      const history = historyOf(histories, place);
      for (const [rank, { item, score }] of ranked(history, { most, of }).entries()) {
        const reason = told(evidenceFor(item, history, people), names, byPeople);
        yield [customer, String(rank + 1), names[item] ?? "", decimal(score), reason];
      }
    }
  };
  writeTable(out, ["customer_id", "rank", "item_id", "score", "reason"], rows());
}

function writeForBaskets(
  { bought, items }: NamedInteractions,
  { baskets, out, most }: { baskets: string; out: string; most: number },
): void {
  const given = new Map<string, number[]>();
  for (const { cells, fault } of readTable(baskets, ["basket_id", "item_id"])) {
    if (cells.basket_id.trim() === "") throw fault("basket_id is empty");
    const list = given.get(cells.basket_id) ?? [];
    given.set(cells.basket_id, list);
    // What nobody has bought yet says nothing, and is not recommended either.
    const item = items.find(cells.item_id);
    if (item !== undefined && !list.includes(item)) list.push(item);
  }
  const { baskets: model } = trainForBaskets(basketsOf(bought), bought.items);
  const ranked = basketRanker(model);
  const names = items.all();
  const rows = [...given].flatMap(([basket, list]) =>
    ranked(list, most).map(({ item, score }, place) => {
      const best = strongest(item, list, model.neighbours);
      const evidence: Evidence =
        best === null
          ? { kind: "popular", times: model.sold[item] ?? 0 }
          : { kind: "baskets", item: best.one, both: best.both, of: best.of };
      return [basket, String(place + 1), names[item] ?? "", decimal(score), told(evidence, names, inBaskets)];
    }),
  );
  writeTable(out, ["basket_id", "rank", "item_id", "score", "reason"], rows);
}

function byPeople(many: number): string {
  return `bought by ${many} ${many === 1 ? "person" : "people"}`;
}

function inBaskets(many: number): string {
  return `in ${many} ${many === 1 ? "basket" : "baskets"}`;
}

function told(evidence: Evidence, names: readonly string[], popular: (many: number) => string): string {
  switch (evidence.kind) {
    case "again": {
      const date = new Date(evidence.lastDay * 86_400_000).toISOString().slice(0, 10);
      return `bought on ${evidence.times} ${evidence.times === 1 ? "day" : "days"}, last on ${date}`;
    }
    case "people":
      return `${evidence.both} of the ${evidence.of} people who bought ${names[evidence.item]} also bought this`;
    case "baskets":
      return `${evidence.both} of the ${evidence.of} baskets with ${names[evidence.item]} held this`;
    case "popular":
      return popular(evidence.times);
  }
}

runCommand(USAGE, main);
