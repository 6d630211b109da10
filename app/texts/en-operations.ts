import { plural } from "./plural.ts";

/** How the machinery stands. */
export const enOperations = {
  title: "Operations",
  about: "How the app keeps up with your store, and the proof that your members’ points are right.",
  line: {
    title: "News from your store",
    good: "All news of your store is worked off.",
    waiting: (count: string, shown: string, since: string) =>
      plural(
        count,
        `One delivery waits, for ${since}.`,
        `${shown} deliveries wait, the oldest for ${since}.`,
      ),
    dead: (count: string, shown: string) =>
      plural(count, "One delivery could not be worked off:", `${shown} deliveries could not be worked off:`),
    noReason: "no reason was kept",
    open: "All deliveries",
    retry: "See and try again",
    none: "Nothing has come in the last seven days.",
    day: "Day",
    received: "Received",
    done: "Worked off",
    caption: "Deliveries of the last seven days",
    last: (ago: string) => `Last received ${ago}.`,
  },
  store: {
    title: "Your store",
    reachable: "The store answers.",
    paused: (count: string, ahead: string) =>
      `The store did not answer ${count} times in a row. Nothing is lost: we try again ${ahead}.`,
    benefits: "Rewards on their way",
    due: "Waiting for the store",
    byHand: "To be handed over by you",
    refused: "Refused by the store",
    codes: "Codes being made",
    open: "Open rewards",
  },
  reconciliation: {
    title: "Comparison with your store",
    never: "Not compared yet.",
    last: (ago: string) => `Compared ${ago}.`,
    missed: (count: string, shown: string) =>
      count === "0"
        ? "Nothing was missed."
        : plural(
            count,
            "One change had not reached us and was made up for.",
            `${shown} changes had not reached us and were made up for.`,
          ),
    underWay: "A comparison is under way.",
    open: "Open comparisons",
  },
  ledger: {
    title: "The ledger",
    help: "Reads every entry again and recomputes every hash, balance and lot.",
    verify: "Verify now",
    begun: "The verification has begun",
    never: "Not verified yet.",
    underWay: "Verifying the ledger",
    steps: (done: string, all: string) => `Step ${done} of ${all}`,
    askedBy: (name: string, ago: string) => `Asked for by ${name} ${ago}.`,
    right: (count: string, shown: string) =>
      plural(count, "The one entry is right.", `All ${shown} entries are right.`),
    wrong: "The ledger is not as it was written",
    wrongHelp:
      "Points still work. Something changed the database by other ways than the app: have it looked at, and compare it with a backup.",
    when: (ago: string) => `Verified ${ago}`,
    head: "Head of the chain",
  },
  heads: {
    title: "Signed heads",
    help: "Once a day the head of the ledger’s chain is signed and published. Whoever keeps a statement can later prove that nothing was changed behind it.",
    none: "Nothing is signed yet. The first head is signed within a day of your first points.",
    number: (number: string) => `Head ${number}`,
    statement: "Statement",
    key: "Public key",
    signature: "Signature",
    download: "Download",
    published: "Published for everybody",
    checker: "Page that checks a receipt",
    show: "Show statement and key",
  },
  exports: {
    title: "Take your data with you",
    help: "Everything the app knows of your shop, in an open format that it can also read back.",
    whole: "Download everything",
    nameless: "Download without names",
    failed: "The file could not be made. Try again in a minute.",
    move: "Move in, and lists of members",
  },
  moving: (count: string, shown: string) =>
    plural(count, "One file is being moved in.", `${shown} files are being moved in.`),
  activity: {
    title: "Staff activity",
    text: "Who changed what, and when.",
    open: "Open the log",
  },
};
