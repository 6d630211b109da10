import { isTimeZone } from "../../app/loyalty/calendar.ts";
import { isCurrency } from "../../app/loyalty/money.ts";
import { findTemplate, templates } from "../../app/loyalty/templates/templates.ts";
import { print, UsageError, type Command } from "./command.ts";

/** Prints a programme to begin with, or what there is to choose from. */
export function printTemplate({ argument, currency, timezone }: Command): number {
  if (argument === undefined) {
    for (const { name, about } of templates) print(`${name.padEnd(16)} ${about}`);
    return 0;
  }
  const template = findTemplate(argument);
  if (template === null)
    throw new UsageError(
      `there is no template ${argument}: there are ${templates.map(({ name }) => name).join(", ")}`,
    );
  if (currency === undefined || timezone === undefined)
    throw new UsageError("say --currency EUR and --timezone Europe/Berlin, as the shop has them");
  if (!isCurrency(currency)) throw new UsageError(`--currency: ${currency} is no currency`);
  if (!isTimeZone(timezone)) throw new UsageError(`--timezone: ${timezone} is no time zone`);
  process.stdout.write(template.text({ currency, timezone }));
  return 0;
}
