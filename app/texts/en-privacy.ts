import { plural } from "./plural.ts";

/** Data and privacy: what is kept about people, for how long, and what they said to it. */
export const enPrivacy = {
  title: "Data and privacy",
  back: "Settings",
  about:
    "What the app keeps about your customers and your staff, for how long, and how people get it or have it erased.",
  saved: "Saved",
  requests: {
    title: "Requests for personal data",
    help: "When a customer asks in your store what is kept about them, it is collected here. Hand the file on to them, within the time your law gives you.",
    none: "Nobody has asked yet. A request begins on the customer’s page in Shopify.",
    asked: (date: string) => `Asked on ${date}.`,
    goes: (date: string) => `The file is deleted on ${date}.`,
    download: "Download file",
    failed: "The file could not be downloaded. Try again in a minute.",
  },
  consents: {
    title: "Consents",
    help: "What members agreed to, purpose by purpose. Who never said anything has agreed to nothing. Recommended products are shown until somebody says no.",
    none: "Nobody has said anything yet. Members are asked on their own page.",
    purpose: (purpose: string) =>
      purpose === "messages"
        ? "Messages about the programme"
        : purpose === "recommendations"
          ? "Recommended products"
          : purpose,
    given: "Agreed",
    refused: "Refused",
    latest: "Latest",
    yes: "Agreed",
    no: "Refused",
  },
  erasures: {
    title: "Erasures",
    help: "When Shopify tells us to erase a customer, their name, address and number go everywhere. The points stay in the ledger under a random number.",
    none: "Nobody was erased yet.",
    all: (count: string, shown: string) =>
      plural(count, "One person was erased.", `${shown} people were erased.`),
  },
  retention: {
    title: "How long data is kept",
    help: "What is older is deleted by itself, within a day. It cannot be brought back.",
    days: (shown: string) => `${shown} days`,
    always: "As long as the app is installed",
    fields: {
      requests: { label: "Files for customers who asked", help: "Each holds everything about one person." },
      feedback: {
        label: "What customers wrote, in Feedback",
        help: "Deleted also with the person who wrote it.",
      },
      deadLetters: {
        label: "Contents of deliveries that could not be understood",
        help: "Without their contents they cannot be tried again.",
      },
      activity: { label: "Log of what staff did", help: "Names of your staff stand in it." },
    },
  },
  kept: {
    title: "What is kept about people",
    help: "All of it lies in the app’s own database. When the app is uninstalled, Shopify asks for it to be erased after 48 hours, and it is.",
    columns: { what: "What", why: "What for", until: "Until when" },
    rows: [
      {
        what: "Name, e-mail address and language of customers",
        why: "So that you find members and they are addressed in their language",
        until: "Erasure",
      },
      {
        what: "What they wrote to you, its mood and topics, and the notes of staff on it",
        why: "So that it is answered in time",
        until: "Erasure, or the period above",
      },
      {
        what: "What customers write with an order, if you switched that on under Feedback",
        why: "So that the unhappy are answered",
        until: "Erasure, or the period above",
      },
      {
        what: "Reviews and activities that other apps tell with a key of yours",
        why: "So that reviews are answered and activities earn by your rules",
        until: "Erasure, or the period above",
      },
      {
        what: "Customer number, points, tier and every entry of the ledger",
        why: "The programme itself",
        until: "The number until erasure, the entries without it for good",
      },
      {
        what: "Orders: lines, amounts and codes, without names and addresses",
        why: "Points are worked out from them, and again after a refund",
        until: "Erasure",
      },
      { what: "Birthdays that members told", why: "Birthday points", until: "Erasure" },
      { what: "Consents", why: "Proof of what members agreed to", until: "Erasure" },
      {
        what: "Reward codes and what was given to whom",
        why: "So that codes work and are never given twice",
        until: "Erasure",
      },
      {
        what: "Files of other loyalty apps",
        why: "Moving in",
        until: "30 days after they were moved in or uploaded; entries of the past until erasure",
      },
      {
        what: "Files for customers who asked",
        why: "To hand them on",
        until: "As set on this page, at most until erasure",
      },
      {
        what: "Deliveries of the store that could not be understood",
        why: "So that they can be tried again",
        until: "As set on this page, at most until erasure",
      },
      {
        what: "Names and numbers of your staff, and what they did here",
        why: "Roles, and the log",
        until: "The log as set on this page, the names as long as the app is installed",
      },
      {
        what: "Keyed hashes of erased customers and orders",
        why: "So that late news of them is recognised and ignored",
        until: "As long as the app is installed",
      },
    ],
  },
};
