import { plural } from "./plural.ts";

const codes = (count: string, shown: string) =>
  count === "0"
    ? ""
    : plural(
        count,
        " One reward that is out already stays good.",
        ` ${shown} rewards that are out already stay good.`,
      );

export const enProgrammeState = {
  badge: { running: "Running", paused: "Paused", archived: "Archived" },
  sentence: {
    running: "Orders earn points, and members can redeem them.",
    paused: (since: string) =>
      `Paused since ${since}: orders earn nothing and nothing can be redeemed. Members keep what they have, and nothing expires.`,
    archived: (since: string) =>
      `Archived since ${since}: your storefront shows nothing of it. Members and their ledger are kept, and can be exported.`,
  },
  scheduled: (start: string) =>
    `The version that is to come on ${start} keeps its date, and will stand still too until you resume.`,
  pause: {
    action: "Pause",
    title: "Pause the programme?",
    text: (count: string, shown: string) =>
      `From now on orders earn nothing and nothing can be redeemed. What members have stays, pending points still become available, no points expire and no tier is lost.${codes(count, shown)} Your storefront says that the programme is paused. You can resume at any time.`,
    confirm: "Pause now",
    done: "The programme is paused",
  },
  resume: {
    action: "Resume",
    title: "Resume the programme?",
    text: (since: string) =>
      `From now on orders earn points and rewards can be redeemed again. Orders placed since ${since} stay without points. Every expiry date moves on by as long as the pause lasted, and tiers are worked out again at midnight.`,
    confirm: "Resume now",
    done: "The programme runs again",
  },
  archive: {
    action: "Archive",
    title: "Archive the programme?",
    text: (count: string, shown: string) =>
      `The programme ends: orders earn nothing, nothing can be redeemed, and perks and points disappear from your storefront.${codes(count, shown)} Members, their points and the whole ledger are kept and can be exported. You can bring it back by resuming it, or by restoring a version.`,
    confirm: "Archive now",
    done: "The programme is archived",
  },
  ends: {
    paused:
      "The programme is **paused**, and publishing this resumes it: orders earn and rewards can be redeemed from its start on.",
    archived:
      "The programme is **archived**, and publishing this brings it back: orders earn and rewards can be redeemed from its start on.",
  },
  unchanged: "It is so already.",
  overtaken:
    "Somebody saved a newer version of the programme meanwhile, so nothing was changed. Look at what stands now, and try again.",
  noProgramme: "No programme is in force yet, so there is nothing to pause.",
  failed: "We could not reach your programme just now. Nothing was changed; try again in a minute.",
};
