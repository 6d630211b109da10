import { parseArgs } from "node:util";
import { countPeople, ownEvidence, sharedEvidence } from "../app/insight/recommend/evidence.ts";
import { basketRanker, trainForBaskets } from "../app/insight/recommend/for-baskets.ts";
import { customerRanker, trainForCustomers } from "../app/insight/recommend/for-customers.ts";
import { bestOf } from "../app/insight/recommend/best.ts";
import { followedBySales, MOST_RANKED, salesOf } from "../app/insight/recommend/ranking.ts";
import { basketsOf, historyOf, itemsOf, visitsOf } from "../app/insight/recommend/visits.ts";
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
Of each list up to ${MOST_RANKED} items are weighed for whom it is for; what follows stands as it sells.
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
  if (!Number.isSafeInteger(most) || most < 1)
    throw new UsageError("--k: write how many, a whole number from 1");
  const known = readInteractions(interactions);
  if (baskets !== undefined) writeForBaskets(known, { baskets, out, most });
  else writeForCustomers(known, { out, most, of: values["include-seen"] ? "all" : "new" });
}

function writeForCustomers(
  { bought, customers, placeOf, items }: NamedInteractions,
  { out, most, of }: { out: string; most: number; of: "all" | "new" },
): void {
  const histories = visitsOf(bought);
  const { customers: model, figures } = trainForCustomers(histories, bought.items);
  if (figures.length === 0) noteFew(bought.item.length, "customers who came back");
  const ranked = customerRanker(model);
  const people = countPeople(histories, bought.items);
  const names = items.all();
  const shared = { people, nameOf: (item: number) => names[item] ?? "" };
  const sales = salesOf(bestOf(model.selling, bought.items), model.facts.season);
  const rows = function* () {
    for (const [read, customer] of customers.entries()) {
      const history = historyOf(histories, placeOf[read] ?? 0);
      const had = itemsOf(history);
      const passed = new Set(of === "new" ? had : []);
      const list = followedBySales(ranked(history, { most, of }), sales, {
        isPassedOver: (item) => passed.has(item),
        most,
      });
      for (const [rank, { item, score }] of list.entries()) {
        const evidence = ownEvidence(item, history) ?? sharedEvidence(item, had, shared);
        const reason = evidence === null ? byPeople(people.having[item] ?? 0) : told(evidence);
        yield [customer, String(rank + 1), shared.nameOf(item), decimal(score), reason];
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
  const { baskets: model, figure } = trainForBaskets(basketsOf(bought), bought.items);
  if (figure === null) noteFew(bought.item.length, "baskets of several items");
  const ranked = basketRanker(model);
  const names = items.all();
  const shared = { orders: model.neighbours, nameOf: (item: number) => names[item] ?? "" };
  // By name, as the baskets that it is learned from: the order of the rows says nothing.
  for (const list of given.values()) list.sort((a, b) => a - b);
  const sales = salesOf(bestOf(model.sold, bought.items), model.sold);
  const rows = function* () {
    for (const [basket, list] of given) {
      const held = new Set(list);
      const after = { isPassedOver: (item: number) => held.has(item), most };
      for (const [place, { item, score }] of followedBySales(ranked(list, most), sales, after).entries()) {
        const evidence = sharedEvidence(item, list, shared);
        const reason = evidence === null ? inBaskets(model.sold[item] ?? 0) : told(evidence);
        yield [basket, String(place + 1), shared.nameOf(item), decimal(score), reason];
      }
    }
  };
  writeTable(out, ["basket_id", "rank", "item_id", "score", "reason"], rows());
}

function noteFew(rows: number, what: string): void {
  const reason =
    rows === 0 ? "nothing was bought" : `too few ${what} to learn from, so nothing is weighed by the past`;
  process.stderr.write(`note: not enough data: ${reason}\n`);
}

function byPeople(many: number): string {
  return `bought by ${many} ${many === 1 ? "person" : "people"}`;
}

function inBaskets(many: number): string {
  return `in ${many} ${many === 1 ? "basket" : "baskets"}`;
}

type Evidence = NonNullable<ReturnType<typeof ownEvidence> | ReturnType<typeof sharedEvidence>>;

function told(evidence: Evidence): string {
  switch (evidence.kind) {
    case "bought-again": {
      const days = `${evidence.times} ${evidence.times === 1 ? "day" : "days"}`;
      return `bought on ${days}, last on ${evidence.last}`;
    }
    case "bought-together":
      return `${evidence.both} of the ${evidence.buyers} people who bought ${evidence.with} also bought this`;
    case "same-order":
      return `${evidence.both} of the ${evidence.orders} baskets with ${evidence.with} held this`;
  }
}

runCommand(USAGE, main);
