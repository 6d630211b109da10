import { useCallback, useState } from "preact/hooks";
import type { Adjusted } from "../../../perennial-shared/admin-answers.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import type { Admin } from "../admin.ts";
import { valueOf } from "./field-value.ts";
import { Trouble } from "./trouble.tsx";

interface Form {
  points: string;
  reason: string;
}

/** Points given or taken by hand. What is typed stays where the app says no; sent twice, the points move once. */
export function AdjustForm({ admin, close }: { admin: Admin; close: () => void }) {
  const { words, app, subject } = admin;
  const { t, points: counted } = words;
  const question = useCallback(() => app.get("admin/member", { customer: subject }), [app, subject]);
  const { answer, again } = useAnswer(question);
  const [form, setForm] = useState<Form>({ points: "", reason: "" });
  const [key] = useState(() => crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Adjusted | "away" | "forbidden" | null>(null);
  const send = async () => {
    setBusy(true);
    const told = await app.post("admin/adjust", { customer: subject, key, ...form });
    setBusy(false);
    if (!told.ok) return setSaid(told.trouble === "signed-out" ? "forbidden" : "away");
    setSaid(told.body);
    if (told.body.outcome === "adjusted" || told.body.outcome === "repeated") close();
  };
  const isReady = answer.state === "ready" && answer.body.member !== null && answer.body.may.adjust;
  const faults = typeof said === "object" && said?.outcome === "faults" ? said.faults : [];
  const errorOf = (field: "points" | "reason") =>
    faults.includes(field) ? { error: t(`adjust.faults.${field}`) } : {};
  return (
    <s-admin-action heading={t("adjust.title")} loading={isBusy || answer.state === "loading"}>
      {answer.state === "failed" && <Trouble words={words} trouble={answer.trouble} again={again} />}
      {answer.state === "ready" && !isReady && (
        <s-text>{t(answer.body.member === null ? "customer.nobody" : "trouble.forbidden")}</s-text>
      )}
      {answer.state === "ready" && isReady && (
        <s-stack gap="base">
          {refusal() !== null && <s-banner tone="critical">{refusal()}</s-banner>}
          <s-text>{t("adjust.has", { points: counted(answer.body.member?.available ?? 0) })}</s-text>
          <s-text-field
            label={t("adjust.points")}
            details={t("adjust.points_help")}
            value={form.points}
            onInput={(event) => setForm({ ...form, points: valueOf(event) })}
            {...errorOf("points")}
          />
          <s-text-field
            label={t("adjust.reason")}
            details={t("adjust.reason_help")}
            value={form.reason}
            onInput={(event) => setForm({ ...form, reason: valueOf(event) })}
            {...errorOf("reason")}
          />
        </s-stack>
      )}
      {isReady && (
        <s-button slot="primary-action" variant="primary" disabled={isBusy} onClick={() => void send()}>
          {t("adjust.do")}
        </s-button>
      )}
      <s-button slot="secondary-actions" onClick={close}>
        {t("close")}
      </s-button>
    </s-admin-action>
  );

  function refusal(): string | null {
    if (said === null) return null;
    if (said === "away") return t("adjust.away");
    if (said === "forbidden") return t("trouble.forbidden");
    if (said.outcome === "unknown-member") return t("customer.nobody");
    if (said.outcome !== "beyond-limit") return null;
    const { each, left } = said;
    return [
      t("adjust.beyond"),
      ...(each === null ? [] : [t("adjust.each", { points: counted(each) })]),
      ...(left === null ? [] : [t("adjust.left", { points: counted(left) })]),
    ].join(" ");
  }
}
