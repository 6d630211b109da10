import { plural } from "./plural.ts";

/** Questions put to chance, and the control group. */
export const enExperiments = {
  title: "Experiments",
  back: "Experiments",
  about:
    "Try something with half of your members before you do it for all. Chance alone decides who gets it, so the difference is what it brings. Prices and the programme’s rules are the same for everybody, always.",
  plan: "Plan an experiment",
  empty: {
    heading: "Find out what works",
    text: "Ask a question, such as whether 100 bonus points bring members back. You are told how many members and days the answer takes before anything begins.",
  },
  list: {
    heading: "Your experiments",
    resource: { singular: "experiment", plural: "experiments" },
    columns: {
      question: "Question",
      tried: "What is tried",
      state: "State",
      known: "What is known",
      since: "Since",
    },
  },
  states: { draft: "Planned", running: "Running", stopped: "Ended" },
  kinds: {
    points: "Bonus points",
    reward: "A reward",
    recommendations: "Recommendations",
    offers: "Personal offers",
    "control-group": "Control group",
  },
  verdicts: {
    few: "Too little to say",
    better: "It helps",
    worse: "It does harm",
    alike: "It hardly matters",
    open: "May be either",
  },
  verdictsOver: { few: "Stays unknown: too few", open: "Stayed open" },
  /** More was done; whether more is left is another question. */
  verdictsUnpaid: { open: "More; profit unknown", less: "More; less profit" },
  control: {
    title: "Control group",
    about:
      "A few members, drawn by chance, get no recommendations, offers or messages made for one person. Whatever those bring is the difference between them and everybody else. Points, tiers, rewards and all that was promised stay theirs.",
    costs:
      "It costs what personal service would have brought from these members. It gives you a figure that nobody can argue with. Most shops are well served by 5%.",
    label: "Members in the control group",
    off: "None",
    option: (share: string, members: string) => `${share}, ${members} of your members`,
    save: "Save",
    saved: "Control group saved",
    overtaken: "Somebody changed the control group meanwhile. This page shows what stands now.",
    confirmTitle: "Change the control group?",
    confirm:
      "Members who are in it get nothing personal from now on. The comparison begins anew, and its first figures come when its days are over.",
    confirmOff: "All members get what is made for them again. The figures until now are kept.",
    first: (date: string, days: string) => `The first comparison is of ${days} days. It is ready on ${date}.`,
    read: (date: string, control: string, others: string) =>
      `In the last whole period, until ${date}, ${control} members were in the control group and ${others} were not.`,
  },
  form: {
    title: "Plan an experiment",
    editTitle: "Change the plan",
    another: (label: string, number: string) => `${label} (${number})`,
    morePoints: "Compare with another number of points",
    moreRewards: "Compare with another reward",
    nothing: "None",
    overtaken:
      "Somebody changed this plan meanwhile. What you filled in is kept here; keep it again to put it in the place of theirs.",
    begun:
      "This experiment has begun meanwhile, so its plan stays as it is. What you filled in is kept here, but cannot be saved.",
    gone: "This plan was discarded meanwhile. What you filled in is kept here; plan a new experiment to use it.",
    lookAt: "See what stands now",
    question: "Your question",
    questionHelp: "In your own words. You read it again when the answer is there.",
    kind: "What is tried",
    points: "Bonus points",
    pointsHelp:
      "Given at once, by the rules of your programme. They stay with the members, whatever comes of it.",
    pointsLabel: "Points for each member",
    reason: "What members read beside them",
    reward: "A reward from your programme",
    rewardHelp: "Each member gets a code of their own, without paying points.",
    rewardLabel: "Reward",
    noRewards: "Your programme has no reward with a code yet.",
    recommendations: "Recommendations of their own",
    recommendationsHelp: "Half of the members see them, the others do not.",
    audience: "Who takes part",
    everybody: "All members",
    segment: (name: string, members: string) => `${name} (${members})`,
    share: "How many of them",
    armShare: "Of those, how many get it",
    spread: "Members are reached",
    spreads: { 1: "all on the first day", 7: "over a week", 14: "over two weeks", 28: "over four weeks" },
    spreadHelp: "Over several days you see harm before everybody is reached.",
    measure: "What is compared",
    window: "Counted for each member",
    days: (days: string) => `${days} days`,
    smallest: "Smallest lift worth knowing of",
    smallestHelp: "In per cent of what members do without it. Smaller ones take many more members.",
    margin: "Your margin: what is left of revenue when goods are paid",
    marginHelp: "Optional. With it, what a gift really costs is taken off.",
    overlaps: "Members of other experiments may take part",
    overlapsHelp: "Otherwise nobody is in two experiments at once, and each answer stands by itself.",
    work: "Work it out",
    keep: "Keep this plan",
    faults: {
      same: "Two of them are the same. Change one, or leave it empty.",
      question: "Write your question, in up to 200 characters.",
      points: "Enter a whole number from 1 to 1,000,000.",
      reward: "Choose a reward.",
      reason: "Write what members read, in up to 120 characters.",
      segment: "This segment is no longer there. Choose another.",
      smallest: "Enter a number from 1 to 500.",
      margin: "Enter a number from 1 to 100, or nothing.",
    },
  },
  measures: {
    bought: "Members who bought",
    orders: "Orders per member",
    revenue: "Net revenue per member",
    margin: "What is left per member",
  },
  measureHelp: {
    bought: "The share of members who bought anything.",
    orders: "How often members bought.",
    revenue: "What members paid, less refunds and discounts.",
    margin:
      "Net revenue, less the points and gifts that it cost, and less goods where you said what they cost.",
  },
  forecast: {
    title: "What it takes",
    none: "Press “Work it out” to see how many members and days the answer takes.",
    members: (count: string, shown: string, given: string) =>
      plural(count, `${shown} member takes part, `, `${shown} members take part, `) +
      `about ${given} of them get it.`,
    cost: (amount: string, most: string) =>
      `It costs ${amount} at most. Chance decides who gets it, and ends at ${most} members in any case.`,
    noCost: "What it costs cannot be told: the programme does not say what this is worth.",
    costOpen:
      "Points may cost more than that: some of your rewards have no price, and members can spend points on them.",
    free: "It costs no points and no gifts.",
    base: (measure: string, value: string, members: string, days: string) =>
      `${measure}: ${value} in the last ${days} days, counted over ${members} members.`,
    needed: (members: string, share: string) =>
      `To find a lift of ${share} in four of five cases, **${members} members** are needed. You may look every day.`,
    oneLook: (members: string) => `With a single look at the end it would be ${members}.`,
    tooFew: (members: string, fewest: string, buyers: string) =>
      `With ${members} members this cannot be answered: each side needs at least ${fewest} members, and ${buyers} of them who buy while they are counted.`,
    enough: "You have enough members.",
    short: (share: string) => `With the members that you have, only a lift of ${share} or more can be found.`,
    unknown: "Your members have not bought enough in such a time to work out how many are needed.",
    days: (days: string) => `Everybody is counted ${days} days after it begins.`,
  },
  page: {
    edit: "Change the plan",
    start: "Start",
    startTitle: "Start this experiment?",
    startText: (given: string) =>
      `About ${given} members get it, beginning today. What was given stays theirs, even if you stop.`,
    stop: "Stop",
    stopTitle: "Stop this experiment?",
    stopText:
      "Nobody else is reached. Whoever was reached is counted until their days are over; until then both sides stay as they are, and no other experiment has these members. What was given stays theirs.",
    discard: "Discard plan",
    discardTitle: "Discard this plan?",
    discardText: "It never ran, so there are no figures to lose.",
    started: "Experiment started",
    stopped: "Experiment stopped",
    decided: "Decision recorded",
    overtaken: "Somebody changed this experiment meanwhile. This page shows how it stands now.",
    gone: "This plan was discarded meanwhile.",
    noRoom: (free: string) =>
      `Other experiments have the members. ${free} of them are free: let fewer take part, let members of other experiments take part, or wait until one ends.`,
    beyondLimit:
      "Your role may not give so many points by hand. Ask an owner to start it, or to raise the limit in the settings.",
    planned: (date: string, who: string) => `Planned on ${date} by ${who}.`,
    counted: (date: string) => `Everybody is counted on ${date}; then it ends by itself.`,
    countedAfterStop: (date: string) => `Whoever was reached is counted until ${date}.`,
  },
  facts: {
    several: (list: string) => `${list}, compared with nothing`,
    tried: "What is tried",
    points: (points: string, shown: string) =>
      plural(points, `${shown} bonus point`, `${shown} bonus points`),
    reward: (name: string) => `The reward “${name}”, as a code`,
    recommendations: "Recommendations of their own",
    who: "Who takes part",
    whoShare: (who: string, share: string) => `${share} of: ${who}`,
    get: "Get it",
    getShare: (share: string) => `${share} of those, drawn by chance`,
    compared: "What is compared",
    comparedDays: (measure: string, days: string) => `${measure}, in the ${days} days after each is reached`,
    reached: "Reached so far",
    reachedArms: (tried: string, without: string) => `${tried} with it, ${without} without`,
    given: "Given so far",
    refused: (given: string, refused: string) => `${given}; ${refused} could not be given anything`,
    others: "Other experiments",
    alone: "Share no member with this one",
    overlap: "May share members with this one",
  },
  reading: {
    named: (name: string, verdict: string) => `${name}: ${verdict}.`,
    someBetter:
      "At least one of them helps. Chance alone does not explain the difference, however often you have looked.",
    risen: {
      bought: "More members bought, and chance alone does not explain it.",
      orders: "Members ordered more, and chance alone does not explain it.",
      revenue: "Members spent more, and chance alone does not explain it.",
    },
    someRisen: {
      bought: "With at least one of them more members bought, and chance alone does not explain it.",
      orders: "With at least one of them members ordered more, and chance alone does not explain it.",
      revenue: "With at least one of them members spent more, and chance alone does not explain it.",
    },
    unpaid: {
      open: (risen: string) => `${risen} Whether it pays is not known yet.`,
      openOver: (risen: string) => `${risen} Whether it pays stayed open.`,
      less: (risen: string) => `${risen} It does not pay: less is left.`,
    },
    notAmong: "Which of several is better, where their intervals overlap.",
    several:
      "Several things are tried at once, so each interval is wider: all of them together hold in 95 of 100 experiments.",
    headlines: {
      few: "It is too early to say anything.",
      better: "It helps. Chance alone does not explain the difference, however often you have looked.",
      worse: "It does harm. Chance alone does not explain the difference, however often you have looked.",
      alike: "It hardly matters: whatever it does is smaller than what you said is worth knowing.",
      open: "Nothing can be said yet: it may help, do harm, or do nothing.",
    },
    headlinesOver: {
      few: "It stays unknown: too few took part, or too few of them bought.",
      open: "It stayed open: it may help, do harm, or do nothing, as far as these members tell.",
    },
    controlHeadlines: {
      few: "Too few members bought to compare the two.",
      better: "Personal service brings something: members who get it do more.",
      worse: "Members who get personal service do less than those who do not.",
      alike: "Personal service makes no difference that matters.",
      open: "In this time no difference beyond chance is to be seen.",
    },
    controlUnpaid: {
      open: "Members who get personal service do more. Whether it pays is not known.",
      less: "Members who get personal service do more, but less is left.",
    },
    few: (members: string, hits: string) =>
      `At least ${members} members on each side, and ${hits} on each side who bought, must have had all of their days.`,
    fewOver: (members: string, hits: string, least: { members: string; bought: string }) =>
      `It takes at least ${members} members on each side, and ${hits} on each side who bought. Everybody is counted: the smallest side had ${least.members} members, and the side with fewest buyers ${least.bought}. Ask again with more members or over more days.`,
    line: (tried: string, without: string) => `**${tried}** with it, **${without}** without.`,
    difference: (difference: string, low: string, high: string) =>
      `The difference is **${difference}**; it lies between ${low} and ${high}.`,
    differenceEvened: (difference: string, low: string, high: string) =>
      `Once what they did before is evened out, the difference is **${difference}**; it lies between ${low} and ${high}.`,
    noInterval: "Too few for an interval.",
    rests: (members: string) => `It rests on ${members} members.`,
    saved: (share: string) =>
      `What these members did before explains ${share} of the spread, and was taken out.`,
    percentagePoints: (number: string) => `${number} percentage points`,
    percentagePointsShort: (number: string) => `${number} pp`,
    ratioOff:
      "The two sides do not have the number of members that they should have. Something went wrong when members were reached: do not believe these figures.",
    fallen: (measures: string) => `Look out: this fell beyond chance: ${measures}.`,
    unknownTitle: "What is not known",
    waiting: (members: string, shown: string) =>
      plural(
        members,
        `${shown} member was reached whose days are not over; they are not counted yet.`,
        `${shown} members were reached whose days are not over; they are not counted yet.`,
      ),
    after: (days: string) => `What happens later than ${days} days after a member was reached.`,
    noMargin: "What your goods cost: “what is left” takes off points and gifts only.",
    noCost: "What the gift costs: the programme does not say what it is worth.",
    guests: "Orders without a customer are in no figure.",
    asOf: (when: string) => `As of ${when}.`,
  },
  chart: {
    title: (count: string, shown: string) =>
      plural(count, "One day looked at", `What was seen on ${shown} days`),
    label: "The difference and its interval, day by day",
    series: "Difference",
    caption: "What was seen day by day",
    columns: {
      tried: "What is tried",
      day: "Day",
      members: "Members counted",
      difference: "Difference",
      low: "At least",
      high: "At most",
    },
    formula: [
      "The difference is the mean of the members with it, less that of the members without.",
      "The interval holds for all days together: in 95 of 100 experiments it contains the truth on every day that anybody looks. It is wider than one made for a single look.",
      "Only members whose days are all over are counted, each with the same number of days.",
    ],
  },
  decision: {
    title: "What you make of it",
    label: "Decision",
    keep: "Do it for everybody",
    drop: "Do not do it",
    unclear: "Still open",
    note: "Why",
    save: "Record the decision",
    by: (who: string, when: string) => `Recorded by ${who}, ${when}.`,
  },
};
