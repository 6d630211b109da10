import { useState } from "preact/hooks";
import { textIn } from "../parts/field-value.ts";
import { ToldOutcome } from "../parts/told.tsx";
import type { Words } from "../surface.ts";
import { useAction } from "../use-action.ts";
import type { AboutProps } from "./about-you.tsx";

/** A year in which every date there is occurs. */
const LEAP_YEAR = 2024;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

interface Day {
  month: number;
  day: number;
}

/** Day and month, without a year: nobody's age is any business of the shop's. */
export function Birthday({ words, surface, take, birthday }: AboutProps & { birthday: Day | null }) {
  const { t, programme, points } = words;
  const [chosen, setChosen] = useState<{ month: number | null; day: number | null }>(
    birthday ?? { month: null, day: null },
  );
  const { busy, outcome, run } = useAction(t);
  const { month, day } = chosen;
  const gift = programme?.birthdayBonuses[0]?.points;
  const save = async () => {
    if (month === null || day === null) return;
    take((await run(() => surface.app.post("birthday", { month, day })))?.member);
  };
  return (
    <s-stack gap="small">
      <s-text type="strong">{t("birthday.title")}</s-text>
      {birthday === null && gift !== undefined && (
        <s-text>{t("birthday.gift", { points: points(gift) })}</s-text>
      )}
      <s-grid gridTemplateColumns="1fr 1fr" gap="base">
        <s-select
          label={t("birthday.month")}
          value={month === null ? "" : String(month)}
          onChange={(event) => setChosen((before) => withMonth(before, Number(textIn(event))))}
        >
          {MONTHS.map((each) => (
            <s-option key={each} value={String(each)}>
              {monthName(words, each)}
            </s-option>
          ))}
        </s-select>
        <s-select
          label={t("birthday.day")}
          value={day === null ? "" : String(day)}
          onChange={(event) => setChosen((before) => ({ ...before, day: Number(textIn(event)) }))}
        >
          {Array.from({ length: daysIn(month) }, (_, index) => index + 1).map((each) => (
            <s-option key={each} value={String(each)}>
              {words.number(each)}
            </s-option>
          ))}
        </s-select>
      </s-grid>
      <s-box>
        <s-button
          variant="secondary"
          loading={busy}
          disabled={month === null || day === null}
          onClick={() => void save()}
        >
          {t("birthday.save")}
        </s-button>
      </s-box>
      <ToldOutcome outcome={outcome} />
    </s-stack>
  );
}

/** Who chose the 31st and then June is asked for the day again. */
function withMonth({ day }: { day: number | null }, month: number) {
  return { month, day: day !== null && day > daysIn(month) ? null : day };
}

function daysIn(month: number | null): number {
  return month === null ? 31 : new Date(Date.UTC(LEAP_YEAR, month, 0)).getUTCDate();
}

function monthName({ i18n }: Words, month: number): string {
  const date = new Date(Date.UTC(LEAP_YEAR, month - 1, 15, 12));
  return i18n.formatDate(date, { inExtensionLocale: true, month: "long", timeZone: "UTC" });
}
