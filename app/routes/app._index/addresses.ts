import type { Decision } from "../../use-cases/home/decisions.ts";
import type { DayNews, NewsItem } from "../../use-cases/home/day-news.ts";

/** Where it is decided. */
export function addressOfDecision(decision: Decision): string {
  switch (decision.decide) {
    case "ledger-fault":
      return "/app/operations";
    case "dead":
      return "/app/deliveries?state=dead";
    case "waiting":
      return "/app/deliveries?state=waiting";
    case "not-comparing":
      return "/app/reconciliation";
    case "doubtful":
      return `/app/reconciliation?run=${decision.run}`;
    case "liability":
      return "/app/analytics/liability";
    case "by-hand":
      return "/app/rewards/codes?state=waiting";
    case "rewards-stuck":
      return "/app/rewards/codes?state=making";
    case "rewards-refused":
      return "/app/rewards/codes?state=not-made";
    case "feedback-overdue":
      return "/app/insight/feedback?overdue=yes";
    case "reward-out":
    case "reward-low":
    case "no-notice":
    case "paused":
    case "archived":
      return "/app/programme";
    case "starts-soon":
      return `/app/programme/versions/${decision.version}`;
    case "draft-behind":
      return `/app/programme/edit/${encodeURIComponent(decision.draft)}`;
  }
}

/** The rows that were counted: those of the same days. */
export function addressOfNews(item: NewsItem, { from, to }: DayNews["days"]): string {
  const range = { range: "custom", from, to };
  switch (item.news) {
    case "earned":
      return `/app/analytics/rows?${new URLSearchParams({ ...range, flow: "gained" })}`;
    case "taken-back":
    case "expired":
    case "adjusted":
      return `/app/analytics/rows?${new URLSearchParams({ ...range, flow: item.news })}`;
    case "redeemed":
      return `/app/rewards/codes?${new URLSearchParams({ days: `${from}..${to}` })}`;
    case "given":
      return "/app/rewards";
    case "joined":
      return `/app/members?${new URLSearchParams({ since: `${from}..${to}` })}`;
    case "levels":
      return `/app/analytics/tiers?${new URLSearchParams(range)}`;
    case "version":
      return item.saved === 1 ? `/app/programme/versions/${item.number}` : "/app/programme/versions";
  }
}

const LAST_DAYS = { range: "last-30" };

/** The rows that a figure counts, or its report where it has no rows of its own. */
export function addressOfFigure(figure: "active" | "earned" | "redeemed" | "liability"): string {
  switch (figure) {
    case "active":
      return `/app/analytics/members?${new URLSearchParams(LAST_DAYS)}`;
    case "liability":
      return "/app/analytics/liability";
    case "earned":
    case "redeemed":
      return `/app/analytics/rows?${new URLSearchParams({ ...LAST_DAYS, flow: figure })}`;
  }
}
