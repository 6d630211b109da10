import { expect, test } from "vitest";
import type { FeedbackShown } from "../../use-cases/feedback/show-feedback.ts";
import { answerAddress } from "./answer-address.ts";

const addressOf = (email: string | null, text: string) => {
  const feedback = { text } as FeedbackShown["feedback"];
  return answerAddress({ feedback, member: { firstName: "Anna", lastName: null, email } });
};

test("an answer goes to whoever wrote, and its subject begins as the message does", () => {
  expect(addressOf("anna+shop@example.com", "Where is\n my order? & why")).toBe(
    "mailto:anna%2Bshop@example.com?subject=Re%3A%20Where%20is%20my%20order%3F%20%26%20why",
  );
  expect(decodeURIComponent(addressOf("a@example.com", "😀".repeat(99)) ?? "")).toBe(
    `mailto:a@example.com?subject=Re: ${"😀".repeat(60)}…`,
  );
});

test("an address adds no recipient and no header", () => {
  expect(addressOf("a@example.com?bcc=b@example.com,c@example.com", "x")).toBe(
    "mailto:a@example.com%3Fbcc%3Db@example.com%2Cc@example.com?subject=Re%3A%20x",
  );
});

test("nobody can be answered whose address is not known, or was erased", () => {
  expect(addressOf(null, "x")).toBeNull();
  expect(answerAddress({ feedback: { text: "x" } as FeedbackShown["feedback"], member: null })).toBeNull();
});
