import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import { evaluateOrder } from "../loyalty/earning.ts";
import type { EarningExplanation } from "../loyalty/explain-earning.ts";
import { ONE } from "../loyalty/fraction.ts";
import { currencyDecimals, formatMoney } from "../loyalty/money.ts";
import type { Order } from "../loyalty/order.ts";
import { checkProgramme, type Fault, type Programme } from "../loyalty/programme.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import { applyEdit, fieldOf, type EditField, type ProgrammeEdit } from "./programme-edit.ts";
import { saveProgramme } from "./save-programme.ts";
import type { Services } from "./services.ts";
import type { Role } from "./staff/permissions.ts";

/** What an order would earn; money and points are decimal strings. */
export interface Example {
  value: string;
  points: string;
  explanation: EarningExplanation;
}

export interface Refused {
  outcome: "refused";
  /** Of the form's fields, those at fault. */
  fields: EditField[];
  /** Everything that the form does not show. */
  others: Fault[];
}

export type Previewed =
  { outcome: "example"; example: Example } | Refused | { outcome: "overtaken"; number: number };

export type Changed =
  { outcome: "saved"; number: number } | Refused | { outcome: "overtaken"; number: number };

export interface Change {
  edit: ProgrammeEdit;
  /** The version that the form was made from. */
  basedOn: number;
}

/** What an order would earn if the form were saved. */
export async function previewChange(services: Services, shop: ShopRow, change: Change): Promise<Previewed> {
  const { latest, base } = await versionsFor(services, shop, change);
  if (base === undefined) return { outcome: "overtaken", number: latest };
  const check = checkProgramme(applyEdit(base.programme, change.edit));
  if (!check.ok) return refusedBy(base.programme, check.faults);
  return { outcome: "example", example: exampleOf(check.programme, services.clock()) };
}

/** Saves the form's values as the next version of the whole document. */
export async function changeProgramme(
  services: Services,
  shop: ShopRow,
  { edit, basedOn, savedBy, role }: Change & { savedBy: string; role: Role },
): Promise<Changed> {
  const { latest, base } = await versionsFor(services, shop, { basedOn });
  if (base === undefined) return { outcome: "overtaken", number: latest };
  const saved = await saveProgramme(services, shop, {
    document: applyEdit(base.programme, edit),
    savedBy,
    role,
    basedOn,
  });
  switch (saved.outcome) {
    case "refused":
      return refusedBy(base.programme, saved.faults);
    case "overtaken":
      return saved;
    case "saved":
      return { outcome: "saved", number: saved.number };
  }
}

async function versionsFor(
  services: Services,
  shop: ShopRow,
  { basedOn }: Pick<Change, "basedOn">,
): Promise<{ latest: number; base: ProgrammeVersion | undefined }> {
  const versions = await listVersions(services.db.sql, shop.id);
  return { latest: versions.at(-1)?.number ?? 0, base: versions.find(({ number }) => number === basedOn) };
}

function refusedBy(programme: Programme, faults: Fault[]): Refused {
  const fields = new Set<EditField>();
  const others: Fault[] = [];
  for (const fault of faults) {
    const field = fieldOf(programme, fault);
    if (field === null) others.push(fault);
    else fields.add(field);
  }
  return { outcome: "refused", fields: [...fields], others };
}

/** An order of one plain line, by a member of no level: round in any currency, small enough to follow. */
export function exampleOf(programme: Programme, at: Instant): Example {
  const { currency } = programme;
  const decimals = currencyDecimals(currency);
  const price = decimals === 0 ? 12_000n : 120n * 10n ** BigInt(decimals);
  const order: Order = {
    ...{ id: "1", name: "", customerId: "1", currency, processedAt: at, updatedAt: at, cancelledAt: null },
    ...{ status: "paid", test: false, taxesIncluded: false, channel: "web", refunds: [], codes: [] },
    lines: [
      {
        ...{
          id: "1",
          productId: null,
          variantId: null,
          title: "",
          vendor: null,
          quantity: 1,
          currentQuantity: 1,
        },
        ...{ price, discount: 0n, tax: 0n, giftCard: false, tip: false },
      },
    ],
  };
  const terms = { programme, tierId: null, tierMultiplier: ONE, product: () => null };
  const { ratePoints, bonusPoints, explanation } = evaluateOrder(order, terms);
  return { value: formatMoney(price, currency), points: (ratePoints + bonusPoints).toString(), explanation };
}
