import { ClientError } from "graphql-request";
import { describe, expect, test } from "vitest";
import { isThrottled, untilRefilled } from "./throttled.ts";

function refusal(extensions?: object): ClientError {
  const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
  return new ClientError({ status: 200, errors, extensions } as never, { query: "" });
}

const cost = (currentlyAvailable: number, requestedQueryCost = 600) => ({
  cost: {
    requestedQueryCost,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
  },
});

describe("a throttled query", () => {
  test("is known by its code", () => {
    expect(isThrottled(refusal())).toBe(true);
    expect(isThrottled(new ClientError({ status: 502 } as never, { query: "" }))).toBe(false);
  });

  test.each([
    ["what is missing has come back", cost(350), 2_500],
    ["at once, where enough is there again", cost(700), 0],
    ["no longer than a job may wait", cost(0, 10_000), 20_000],
  ])("waits until %s", (_, extensions, wait) => {
    expect(untilRefilled(refusal(extensions))).toBe(wait);
  });

  test.each([undefined, {}, { cost: null }, { cost: { requestedQueryCost: 5 } }])(
    "that does not say what it lacks (%j) leaves the wait to us",
    (extensions) => {
      expect(untilRefilled(refusal(extensions))).toBeNull();
    },
  );
});
