import type { Frame } from "playwright-core";
import type { Texts } from "../../../app/texts/texts.ts";
import { REPORTS } from "../../../app/use-cases/analytics/report.ts";
import type { AdminStore, ShopName } from "./store.ts";

/** A page of the admin in one of its states. */
export interface AdminPage {
  /** Of the gallery: the part of the admin that the page belongs to. */
  group: string;
  /** What is to be seen. */
  title: string;
  shop: ShopName;
  path: string;
  /** A link on the page at `path` which leads there, where the address has an id in it. */
  link?: string;
  /** Nothing stands there: that the browser says so is no fault. */
  isMissing?: boolean;
  /** What is done on the page before it is looked at. */
  deed?: (app: Frame, t: Texts) => Promise<void>;
}

/** In the order of the menu. */
export function adminPages({ people }: AdminStore): AdminPage[] {
  const past = (group: string, title: string, path: string, more: Partial<AdminPage> = {}): AdminPage => ({
    ...{ group, title, path, shop: "past" },
    ...more,
  });
  const empty = (group: string, path: string): AdminPage => ({
    ...{ group, title: "In a new shop", path, shop: "empty" },
  });
  return [
    past("Get started", "With past orders", "/app/start"),
    empty("Get started", "/app/start"),
    past("Get started", "Kept", "/app/start", { deed: keepProgramme }),
    past("Home", "With a past", "/app"),
    past("Members", "The list", "/app/members"),
    past("Members", "Nobody found", "/app/members?query=zzz"),
    empty("Members", "/app/members"),
    past("Members", "Something done to many", "/app/members/bulk"),
    past("Member", "With a past", "/app/members", { link: "a[href^='/app/members/7']" }),
    past("Member", "A name from right to left", `/app/members/${people.rtl}`),
    past("Member", "A long name", `/app/members/${people.long}`),
    past("Member", "A name with markup", `/app/members/${people.markup}`),
    past("Member", "Without a name", `/app/members/${people.nameless}`),
    past("Member", "Adjusting points", `/app/members/${people.rtl}`, { deed: press((t) => t.member.adjust) }),
    past("Member", "Not found", "/app/members/1", { isMissing: true }),
    past("Programme", "Overview", "/app/programme"),
    past("Programme", "A draft", "/app/programme", { deed: openDraft }),
    past("Programme", "The plan of a draft", "/app/programme", { deed: openPlan }),
    past("Programme", "Simulator", "/app/programme/simulator"),
    past("Programme", "Versions", "/app/programme/versions"),
    past("Programme", "A version", "/app/programme/versions/1"),
    empty("Programme", "/app/programme"),
    past("Rewards", "Overview", "/app/rewards"),
    past("Rewards", "Codes", "/app/rewards/codes"),
    past("Rewards", "No such code", "/app/rewards/codes?query=zzz"),
    past("Rewards", "A code", "/app/rewards/codes", { link: "a[href^='/app/rewards/codes/']" }),
    empty("Rewards", "/app/rewards"),
    ...REPORTS.map((report) => past("Analytics", report, `/app/analytics/${report}`)),
    ...[
      "",
      "/predictions",
      "/models",
      "/recommendations",
      "/segments",
      "/feedback",
      "/experiments",
      "/offers",
    ].flatMap((part) => [
      past("Insight", part.slice(1) || "overview", `/app/insight${part}`),
      { ...empty("Insight", `/app/insight${part}`), title: `${part.slice(1) || "overview"} in a new shop` },
    ]),
    past("Insight", "A new experiment", "/app/insight/experiments/new"),
    past("Insight", "An experiment without a question", "/app/insight/experiments/new", {
      deed: pressWrongly((t) => t.experiments.form.work),
    }),
    past("Insight", "A new segment of a group", "/app/insight/segments/new?group=champions"),
    past("Insight", "A message", "/app/insight/feedback", { link: "a[href^='/app/insight/feedback/']" }),
    past("Insight", "No such message", "/app/insight/feedback?topic=use&label=positive"),
    past("Insight", "Recommendations for nobody known", "/app/insight/recommendations?who=zzz"),
    past("Analytics", "Entries behind a figure", "/app/analytics/rows"),
    past("Analytics", "Rows behind a figure", "/app/analytics/members", {
      link: "a[href^='/app/analytics/behind']",
    }),
    past("Analytics", "While other figures are on their way", "/app/analytics/points", {
      deed: chooseUnanswered((t) => t.analytics.compare.label, "none", "[aria-busy=true]"),
    }),
    past("Analytics", "While another report is on its way", "/app/analytics/points", {
      deed: chooseUnanswered((t) => t.analytics.choose, "liability", "main > [role=status]"),
    }),
    past("Analytics", "Days that make no range", "/app/analytics/points?range=custom&from=x&to=y"),
    empty("Analytics", "/app/analytics"),
    past("Operations", "Overview", "/app/operations"),
    empty("Operations", "/app/operations"),
    past("Operations", "Deliveries", "/app/deliveries"),
    past("Operations", "A delivery", "/app/deliveries", { link: "a[href^='/app/deliveries/']" }),
    past("Operations", "No dead letters", "/app/deliveries?state=dead"),
    past("Operations", "Reconciliation", "/app/reconciliation"),
    past("Operations", "Moving", "/app/move"),
    past("Operations", "Past orders", "/app/move/past-orders"),
    past("Operations", "Activity", "/app/activity"),
    past("Operations", "No such activity", "/app/activity?from=2001-01-01&to=2001-01-02"),
    past("Settings", "Overview", "/app/settings"),
    past("Settings", "Staff", "/app/settings/staff"),
    past("Settings", "Keys for other apps", "/app/settings/access"),
    past("Settings", "Data and privacy", "/app/privacy"),
    past("Stores", "Overview", "/app/stores"),
  ];
}

/** Presses a button of the page and waits for what opens. */
function press(nameIn: (t: Texts) => string): (app: Frame, t: Texts) => Promise<void> {
  return async (app, t) => {
    await app.getByRole("button", { name: nameIn(t), exact: true }).click();
    await app.getByRole("dialog").waitFor();
  };
}

/** Chooses something whose answer does not come, and waits for what stands there meanwhile. */
function chooseUnanswered(
  labelIn: (t: Texts) => string,
  value: string,
  meanwhile: string,
): (app: Frame, t: Texts) => Promise<void> {
  return async (app, t) => {
    // For as long as the tab is there: what has to be answered no more would be let through. Pages themselves are.
    await app.page().route(/\/app\/analytics\/[a-z]+\.data(\?|$)/, () => undefined);
    await app.getByLabel(labelIn(t), { exact: true }).selectOption(value);
    await app.locator(meanwhile).first().waitFor();
  };
}

/** Sends a form with something missing in it, and waits until that is said. */
function pressWrongly(nameIn: (t: Texts) => string): (app: Frame, t: Texts) => Promise<void> {
  return async (app, t) => {
    await app.getByRole("button", { name: nameIn(t), exact: true }).click();
    await app.locator("[aria-invalid=true]").first().waitFor();
  };
}

async function openPlan(app: Frame, t: Texts): Promise<void> {
  await openDraft(app, t);
  await app.getByRole("button", { name: t.editor.review }).click();
  await app.waitForURL(/\/app\/programme\/plan\//);
  await app.getByText(t.plan.changes.title).waitFor();
}

/** The first there is, begun where there is none yet. */
async function openDraft(app: Frame, t: Texts): Promise<void> {
  const draft = app.locator("a[href^='/app/programme/edit/']").first();
  if ((await draft.count()) > 0) await draft.click();
  else await app.getByRole("button", { name: t.programme.drafts.start }).click();
  await app.waitForURL(/\/app\/programme\/edit\//);
  await app.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
}

/** The app opens at its home from then on. */
async function keepProgramme(app: Frame, t: Texts): Promise<void> {
  const button = app.getByRole("button", { name: t.start.now.keep });
  if ((await button.count()) === 0) return;
  await button.click();
  await button.waitFor({ state: "detached" });
}
