import { useCallback } from "preact/hooks";
import type { MemberAtAGlance } from "../../../perennial-shared/admin-answers.ts";
import { isNone } from "../../../perennial-shared/formats.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import type { Admin, Words } from "../admin.ts";
import { Trouble } from "./trouble.tsx";

/** What a customer has, how far they are, and what happened last. */
export function CustomerPoints({ admin, adjust }: { admin: Admin; adjust: () => void }) {
  const { words, app, subject } = admin;
  const { t } = words;
  const question = useCallback(() => app.get("admin/member", { customer: subject }), [app, subject]);
  const { answer, again } = useAnswer(question);
  return (
    <s-admin-block heading={t("customer.title")}>
      {answer.state === "loading" && <s-spinner accessibilityLabel={t("loading")} />}
      {answer.state === "failed" && <Trouble words={words} trouble={answer.trouble} again={again} />}
      {answer.state === "ready" &&
        (answer.body.member === null ? (
          <s-text color="subdued">{t("customer.nobody")}</s-text>
        ) : (
          <s-stack gap="base">
            <Figures words={words} member={answer.body.member} />
            <Latest words={words} member={answer.body.member} />
            {answer.body.may.adjust && (
              <s-box>
                <s-button onClick={adjust}>{t("customer.adjust")}</s-button>
              </s-box>
            )}
          </s-stack>
        ))}
    </s-admin-block>
  );
}

interface Shown {
  words: Words;
  member: MemberAtAGlance;
}

function Figures({ words, member }: Shown) {
  const { t, points } = words;
  const { available, pending, held, owed, tier, next, blocked, out } = member;
  return (
    <s-stack gap="small">
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-heading>{points(available)}</s-heading>
        {tier !== null && <s-badge tone="info">{tier}</s-badge>}
        {blocked && <s-badge tone="critical">{t("customer.blocked")}</s-badge>}
        {out && !blocked && <s-badge tone="warning">{t("customer.left")}</s-badge>}
      </s-stack>
      {!isNone(pending) && (
        <s-text color="subdued">{t("customer.pending", { points: points(pending) })}</s-text>
      )}
      {!isNone(held) && <s-text color="subdued">{t("customer.held", { points: points(held) })}</s-text>}
      {!isNone(owed) && <s-text tone="critical">{t("customer.owed", { points: points(owed) })}</s-text>}
      {next !== null && (
        <s-text>{t("customer.next", { missing: missingOf(words, next), tier: next.name })}</s-text>
      )}
    </s-stack>
  );
}

/** As much as the levels are counted by: money, points, or orders. */
function missingOf(
  { t, money, points, number }: Words,
  { missing, basis }: NonNullable<Shown["member"]["next"]>,
) {
  if (basis === "spend") return money(missing);
  return basis === "points"
    ? points(missing)
    : t("orders", { count: Number(missing), number: number(missing) });
}

function Latest({ words, member }: Shown) {
  const { t, date } = words;
  if (member.latest.length === 0) return null;
  return (
    <s-stack gap="small-300">
      <s-text type="strong">{t("customer.latest")}</s-text>
      {member.latest.map(({ key, at, text }) => (
        <s-text key={key}>
          {date(at)}: {text}
        </s-text>
      ))}
    </s-stack>
  );
}
