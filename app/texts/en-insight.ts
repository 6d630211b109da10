import { plural } from "./plural.ts";

/** The entry of Insight, and what its pages share. */
export const enInsight = {
  title: "Insight",
  back: "Insight",
  about:
    "What your shop’s own orders say about what comes next. Every figure comes with what it rests on, and where there is too little to say anything, it says so.",
  parts: {
    predictions: {
      title: "Predictions",
      about: "Who is likely to buy again, what they will spend, and who is about to leave, with the reasons.",
      some: (count: string, shown: string) => plural(count, `${shown} prediction`, `${shown} predictions`),
    },
    models: {
      title: "Models",
      about: "What each model predicts, on what, and how good it was on your last months.",
      some: (count: string, shown: string) => plural(count, `${shown} model`, `${shown} models`),
    },
    recommendations: {
      title: "Recommendations",
      about: "What goes together, and what each customer may want next, with the evidence.",
      some: (count: string, shown: string) =>
        plural(count, `Recommendations for ${shown} product`, `Recommendations for ${shown} products`),
    },
    segments: {
      title: "Segments",
      about: "Groups of customers by how they buy, and your own, always up to date.",
      some: (count: string, shown: string) => plural(count, `${shown} segment`, `${shown} segments`),
    },
    feedback: {
      title: "Feedback",
      about: "What customers write, by topic and by how they feel about it.",
      some: (count: string, shown: string) => plural(count, `${shown} message`, `${shown} messages`),
    },
    experiments: {
      title: "Experiments",
      about: "What a change really brings, measured against a control group.",
      some: (count: string, shown: string) => plural(count, `${shown} experiment`, `${shown} experiments`),
    },
    offers: {
      title: "Personal offers",
      about: "The right offer for each customer within your budget, explained and never hidden.",
      some: (count: string, shown: string) => plural(count, `${shown} offer`, `${shown} offers`),
    },
  },
  states: {
    learned: (count: string, shown: string, ago: string) =>
      plural(count, `Learned from ${shown} order, ${ago}.`, `Learned from ${shown} orders, ${ago}.`),
    notEnough: (needed: string, have: string) =>
      `Not enough data yet: it takes ${needed} buyers, and your shop has ${have}.`,
    tooYoung: (needed: string, have: string) =>
      `Not enough data yet: it takes the orders of ${needed} days, and your shop has those of ${have}.`,
    nothing: "Nothing yet.",
  },
  training: {
    title: "Learning",
    help: "All models are learned anew from your shop’s orders every night. It takes a minute or two and slows nothing down.",
    begin: "Learn now",
    begun: "Learning has begun",
    waiting: "Waiting to begin",
    learning: (what: string) => `Learning: ${what}`,
    steps: (done: string, steps: string) => `${done} of ${steps} done`,
    askedBy: (name: string, ago: string) => `Asked for by ${name}, ${ago}`,
    byNight: (ago: string) => `Begun by itself, ${ago}`,
    never: "Nothing has been learned yet. It happens by itself at night, once your shop has orders.",
    done: (ago: string) => `Learned last: ${ago}.`,
    failed: (what: string, ago: string) =>
      `Not everything could be learned (${ago}): ${what}. The last version stays in use, and it is tried again tonight.`,
    stepNames: {
      buyers: "who buys again and who leaves",
      recommend: "what goes together",
      clusters: "groups of customers",
    },
  },
};
