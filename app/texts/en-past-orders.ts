import { plural } from "./plural.ts";

const orders = (count: number, shown: string) => `${shown} ${plural(String(count), "order", "orders")}`;
const members = (count: number, shown: string) => `${shown} ${plural(String(count), "member", "members")}`;

/** Orders from before the app was there, and points for them. */
export const enPastOrders = {
  title: "Past orders",
  subtitle: "Orders from before your programme began earn nothing until you credit them.",
  back: "Moving",
  published: {
    title: "Past orders are not credited yet",
    text: "Your programme counts orders from its beginning on. What customers bought before earns points only if you say so; you see first what it would bring.",
    action: "Look at past orders",
  },
  card: {
    title: "Credit past orders",
    text: "Give customers points for what they bought before your programme began. You see what it would bring and cost before anything is credited.",
    action: "Look at past orders",
  },
  noProgramme: {
    heading: "Choose a programme first",
    text: "Past orders can be credited once you have published a programme, or kept the one that the installation began with.",
    action: "Choose a programme",
  },
  choose: {
    title: "Credit past orders since",
    date: "Day",
    zone: (zone: string) => `It begins at midnight in the time of your shop (${zone}).`,
    fault: "Choose a day that has begun, from 2000 on.",
    show: "Show the preview",
    counted: (date: string) =>
      `Orders since ${date} count already. Only orders that do not count yet are credited, and none is ever credited twice.`,
    rules: (version: number) => `Past orders earn by version ${version}, the first of your programme:`,
    later: (current: number) =>
      `Version ${current}, which is in force, counts for orders since it began. Rewards and tiers are those of version ${current}.`,
    reads:
      "Your store lets an app read the orders of the last 60 days, and all orders only with the permission read_all_orders, which Shopify grants.",
  },
  work: {
    preview: "The preview is being worked out",
    crediting: "Past orders are being read from your store",
    settling: "Points are being posted",
    beginning: "Your store is asked for its orders.",
    progress: (done: string, of: string) => `${done} of ${of} orders`,
    left: (count: number, shown: string) =>
      `${orders(count, shown)} ${plural(String(count), "is", "are")} still to be posted.`,
    leave: "You can close this page and come back: the work goes on.",
    store: "Your store did not answer just now. Nothing is lost; it is asked again in a minute.",
  },
  preview: {
    title: (date: string) => `Since ${date}: nothing is credited yet`,
    orders: "Orders",
    members: "Members",
    points: "Points",
    cost: "Points may cost",
    share: (percent: string) => `${percent}% of what was sold`,
    noCost: "No reward in money",
    inReach: "Members with a reward now",
    of: (shown: string) => `of ${shown} members`,
    tiers: "Members by tier",
    tier: (name: string, shown: string) => `${name}: ${shown}`,
    left: (count: number, shown: string) =>
      `${orders(count, shown)} of that time ${plural(String(count), "earns", "earn")} nothing: of guests, test orders, cancelled or not paid.`,
    counting: (count: number, shown: string) =>
      `${orders(count, shown)} of that time ${plural(String(count), "counts", "count")} already and ${plural(String(count), "is", "are")} left out.`,
    alone: "Worked out for these orders alone: what members have already is not in it.",
    short:
      "No order older than 60 days was found. If your shop has older ones, this app was not granted read_all_orders.",
    none: {
      heading: "There is nothing to credit",
      text: "Your store has no order since that day that would count and does not yet. Choose an earlier day, or go on: new orders count by themselves.",
    },
    credit: (count: number, shown: string) => `Credit ${orders(count, shown)}`,
    confirmTitle: "Credit past orders?",
    confirm: (points: string, count: number, shown: string) =>
      `${members(count, shown)} ${plural(String(count), "gets", "get")} ${points} in all. This cannot be taken back for all of them at once.`,
    again: "Work it out again",
  },
  failed: {
    preview: "The preview could not be worked out. Nothing was changed.",
    run: "Crediting was interrupted. What was credited stays, and nothing is credited twice.",
    retry: "Try again",
    goOn: "Go on",
  },
  done: {
    title: (count: number, shown: string) => `${orders(count, shown)} credited`,
    text: (points: string, count: number, shown: string, since: string) =>
      `${members(count, shown)} ${plural(String(count), "has", "have")} ${points} for orders since ${since}.`,
    none: (since: string) => `No order since ${since} was left to credit.`,
    dead: (count: number, shown: string) =>
      `${orders(count, shown)} could not be credited. They stand among the deliveries, where they can be tried again.`,
    members: "Look at the members",
    deliveries: "Look at the deliveries",
  },
  answers: {
    busy: "Past orders are being credited already.",
    overtaken: "This is no longer the preview that you looked at. Nothing was begun. Look at the new one.",
    "no-day": "Choose a day that has begun, from 2000 on.",
    "no-programme": "Choose a programme first.",
  },
};
