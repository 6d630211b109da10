/** The first steps, from the installation to a programme of one's own. */
export const enStart = {
  title: "Get started",
  intro:
    "Choose how your customers earn. You see what each choice would have meant for your own past orders before anything is published.",
  now: {
    title: "What counts points now",
    byInstallation: (date: string) =>
      `So that no order is missed, a simple programme has counted points since you installed the app on ${date}. It has no rewards. What you publish takes its place for orders from then on.`,
    chosen: (number: number, date: string) =>
      `Version ${number} is in force since ${date}. You can publish another one at any time.`,
    none: "No programme is in force.",
    keep: "Keep it for now",
    kept: "Kept. You can come back here at any time.",
  },
  choose: "Begin with one of these",
  templates: {
    "simple-points": {
      title: "Simple points",
      about: "Points for what is spent, and money off for points. For any shop, explained in one sentence.",
    },
    "fashion-tiers": {
      title: "Fashion with tiers",
      about: "Three tiers by what was spent in a year, seasons that count double, returns thought of.",
    },
    "coffee-visits": {
      title: "Coffee card",
      about: "The same points for every visit, whatever was bought. For cafés, bakeries and barbers.",
    },
  } as Record<string, { title: string; about: string }>,
  begin: "Begin with this",
  rewards: "Rewards",
  example: {
    label: "Example",
    order: (value: string, points: string) => `An order of **${value}** earns **${points}**.`,
  },
  effect: {
    title: "On your past orders",
    wait: "Your past orders are being played under each programme.",
    progress: (done: string, of: string) => `${done} of ${of} orders`,
    leave: "You can go on meanwhile, or close this page and come back.",
    store: "Your store did not answer just now. Nothing is lost; it is asked again in a minute.",
    failed: "The effect could not be worked out. Nothing was changed.",
    retry: "Try again",
    ask: "Work out the effect",
    none: "Your store has no paid orders of customers in the last 12 months, so there is nothing to play. The order below is an example.",
    of: (orders: string, from: string, to: string) => `${orders} orders that count, ${from} to ${to}.`,
    cut: (orders: string) =>
      `Your store has more orders than can be waited for: the newest ${orders} were played.`,
    monthly: "Cost of points a month",
    share: (percent: string) => `${percent}% of what was sold`,
    noCost: "No reward in money",
    inReach: "Members with a reward now",
    members: (shown: string) => `of ${shown} members`,
    liability: "Points out may cost",
    tiers: "Members by tier",
    tier: (id: string, members: string) => `${id}: ${members}`,
    chart: "What the points earned in each month may cost",
    chartTitle: (money: string) => `Points would have cost ${money} a month`,
    month: "Month",
    cost: "Cost",
    orders: "Orders",
    earned: "Points earned",
    formula:
      "Cost: points earned, at what the most generous reward gives for a point. Nobody redeems in this play, and sign-ups, birthdays and activities are not in it: the store does not tell of them.",
  },
  bring: {
    title: "You come from another app?",
    text: "Bring your members with their points along: from a file of Smile, LoyaltyLion, Yotpo or any other app.",
    action: "Move in",
  },
  adjust: {
    title: "Adjust",
    back: "Get started",
    help: "The few values that matter most. Everything else can be changed in the editor.",
    fields: {
      points: "Points",
      per: "For every",
      bonus: "Points for every order",
      pendingDays: "Days until points are available",
      cost: (reward: string | null) => `Points for the first reward${reward === null ? "" : ` (${reward})`}`,
      value: "What it is worth",
    },
    pendingHelp: "Choose at least the days in which an order may be returned. 0 is at once.",
    faults: {
      points: "Write a number of points above 0, such as 1 or 1.5.",
      per: (example: string) => `Write an amount above 0, such as ${example}.`,
      bonus: "Write a whole number of points, 0 or more.",
      pendingDays: "Write a whole number of days from 0 to 3650.",
      cost: "Write a whole number of points from 1.",
      value: (example: string) => `Write an amount above 0, such as ${example}.`,
    },
    others: "The draft has more faults. Mend them in the editor.",
    save: "Save and look at the plan",
    editor: "Open in the editor",
    unsaved: "What you typed is not saved yet. The effect below is that of the saved draft.",
    overtaken: (by: string) =>
      `${by} saved this draft while you were typing. Nothing was overwritten, and what you typed is still here. Load the page anew to see theirs.`,
    gone: "This draft was published or thrown away meanwhile.",
  },
  preview: {
    title: "What shoppers would see",
    guest: "As a guest",
    member: "As a member",
    frame: "Preview of the rewards page",
    help: "Drawn by the code of your shop's rewards page. Colours and fonts come from your theme there. The member is made up.",
    faulty: "Mend what is marked, and the preview follows.",
  },
};
