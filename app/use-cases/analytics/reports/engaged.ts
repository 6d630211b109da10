import { countPeople } from "../../../db/figures/people.ts";
import { decimalOf, shareOf } from "../../../insight/shares.ts";
import { currencyDecimals } from "../../../loyalty/currencies.ts";
import { formatMoney } from "../../../loyalty/money.ts";
import type { Report, Row, RowWord } from "../report.ts";
import type { RowsOf } from "../rows-question.ts";
import { figure, moneyOf, quantity, total, rowsIn, type ReportContext } from "./context.ts";
import { buyersIn, ordersIn, paidColumns, paidFigures, type OrderCell } from "./orders-in.ts";

/**
 * What members bought for who have chosen a reward, beside those who have not. That they chose one is not why they
 * bought more: who buys much has points for rewards.
 */
export async function buildEngaged(context: ReportContext): Promise<Report> {
  const [engaged, other] = await Promise.all([group(context, "yes"), group(context, "no")]);
  const [a, b] = [engaged.perMember, other.perMember];
  const rows = rowsIn(context, "engaged");
  return {
    figures: [
      figure("engaged", "members", engaged.members, null, rows("members", { segment: "engaged:yes" })),
      figure(
        "value",
        "money",
        moneyOf(context, engaged.value + other.value),
        null,
        rows("orders", { segment: "" }),
      ),
      ...paidFigures(context, {
        ...{ orders: [...engaged.cells, ...other.cells], ordersBefore: null },
        rows: rows("orders", { segment: "" }),
      }),
    ],
    sections: [
      {
        id: "engaged",
        headline: {
          value: a === null ? null : quantity("money", a),
          before: null,
          also: b === null ? [] : [quantity("money", b)],
        },
        drawing: { kind: "bars", columns: ["perMember"] },
        columns: [
          { id: "members", unit: "members" },
          { id: "orders", unit: "orders" },
          ...paidColumns(context),
          { id: "value", unit: "money" },
          { id: "perMember", unit: "money" },
          { id: "repeatRate", unit: "share" },
        ],
        rows: [rowOf(context, "with-reward", engaged), rowOf(context, "without-reward", other)],
        ...(engaged.members === 0n ? { nothing: "nobody-engaged" as const } : {}),
      },
    ],
  };
}

interface Group {
  cells: OrderCell[];
  members: bigint;
  orders: bigint;
  value: bigint;
  perMember: string | null;
  repeatRate: string | null;
}

async function group(context: ReportContext, engaged: "yes" | "no"): Promise<Group> {
  const { db, shop, terms } = context;
  const segment = `engaged:${engaged}`;
  const [people, buyers, cells] = await Promise.all([
    countPeople(db.sql, shop.id, { segment, ...terms.range }),
    buyersIn(context, terms.range, segment),
    ordersIn(context, terms.range, segment),
  ]);
  const value = total(cells.map(({ amount }) => amount));
  const decimals = currencyDecimals(shop.currency);
  return {
    cells,
    members: people.members,
    orders: total(cells.map(({ count }) => count)),
    value,
    perMember:
      people.members === 0n ? null : decimalOf(value, people.members * 10n ** BigInt(decimals), decimals),
    repeatRate: shareOf(buyers.returning, buyers.buyers),
  };
}

function rowOf(
  context: ReportContext,
  word: RowWord,
  { cells, members, orders, value, perMember, repeatRate }: Group,
): Row {
  const segment = word === "with-reward" ? "engaged:yes" : "engaged:no";
  const rows = (of: RowsOf) => rowsIn(context, "engaged")(of, { segment });
  const paid = paidColumns(context).map(({ currency }) =>
    formatMoney(total(cells.map((cell) => cell.paid)), currency),
  );
  return {
    label: { kind: "word", word },
    cells: [members.toString(), orders.toString(), ...paid, moneyOf(context, value), perMember, repeatRate],
    links: [
      ...[rows("members"), rows("orders"), ...paid.map(() => rows("orders")), rows("orders")],
      ...[null, rows("returning")],
    ],
  };
}
