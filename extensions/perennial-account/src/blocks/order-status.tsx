import type { LoyaltySummary, ProgrammeSummary } from "../../../../app/loyalty/summary.ts";
import type { OrderPoints } from "../../../perennial-shared/app-answers.ts";
import { useOrderPoints } from "../../../perennial-shared/use-order-points.ts";
import { PAGE } from "../links.ts";
import { reasonText } from "../page/reason-text.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { wordsFor, type Surface, type Words } from "../surface.ts";

interface Props {
  surface: Surface;
  order: { id: string; name: string };
  /** As the store keeps it: the arithmetic of the member's latest orders stands in it. */
  member: LoyaltySummary | null;
  programme: ProgrammeSummary | null;
}

/** What this order brought, when it can be used, and why it is that much; or why it brought nothing. */
export function OrderStatus({ surface, order, member, programme }: Props) {
  const words = wordsFor(surface, programme);
  const { t } = words;
  const { answer, again } = useOrderPoints(surface.app, order.id);
  if (answer.state === "failed" && (answer.trouble === "nowhere" || answer.trouble === "signed-out"))
    return null;
  return (
    <s-section heading={t("order.title")}>
      {answer.state === "loading" && <Skeleton lines={[t("loading.line"), t("loading.line")]} />}
      {answer.state === "failed" && <Trouble words={words} text={answer.text} again={again} />}
      {answer.state === "ready" && (
        <s-stack gap="small">
          <Brought words={words} brought={answer.body} why={whyOf(words, member, order.name)} />
          <s-link href={PAGE}>{t("profile.link")}</s-link>
        </s-stack>
      )}
    </s-section>
  );
}

function Brought({ words, brought, why }: { words: Words; brought: OrderPoints; why: string | null }) {
  const { t, points, date } = words;
  const { next } = brought;
  return (
    <s-stack gap="small">
      {brought.state === "known" && brought.points !== null ? (
        <s-text type="strong">
          {brought.availableAt === null
            ? t("order.earned", { points: points(brought.points) })
            : t("order.earns", { points: points(brought.points), date: date(brought.availableAt) })}
        </s-text>
      ) : (
        <s-text>{brought.state === "unknown" ? t("order.unknown") : brought.text}</s-text>
      )}
      {brought.state === "known" && why !== null && <s-text color="subdued">{why}</s-text>}
      {next && (
        <s-text color="subdued">
          {t("order.next", { points: points(next.missing), reward: next.title })}
        </s-text>
      )}
    </s-stack>
  );
}

/** The arithmetic of the order's newest change; null where it is older than what the summary holds. */
function whyOf(words: Words, member: LoyaltySummary | null, name: string): string | null {
  const entry = member?.history.find(({ order, reason }) => order === name && reason !== null);
  return entry?.reason ? reasonText(words, entry.reason) : null;
}
