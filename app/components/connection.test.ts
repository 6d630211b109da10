import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isConnectionLost, persistently } from "./connection.ts";

const OURS = "https://app.example/app/members.data";

beforeAll(() => void vi.stubGlobal("location", new URL("https://app.example/app")));
afterAll(() => void vi.unstubAllGlobals());

const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));

/** Answers in turn; each pause notes how long it was to be and what the page says meanwhile. */
function line(...answers: (() => Promise<Response>)[]) {
  const asked: string[] = [];
  const pauses: [ms: number, lost: boolean][] = [];
  const fetch = persistently(
    (_input, init) => {
      asked.push(init?.body as string);
      return (answers.shift() ?? unreachable)();
    },
    (ms, signal) => {
      pauses.push([ms, isConnectionLost()]);
      return signal?.aborted === true ? Promise.reject(signal.reason as Error) : Promise.resolve();
    },
  );
  return { fetch, asked, pauses };
}

const answer = (text: string, init?: ResponseInit) => () => Promise.resolve(new Response(text, init));

test("what was sent while the app was away is sent again until it arrives, and the page says so meanwhile", async () => {
  const { fetch, asked, pauses } = line(
    unreachable,
    answer("", { status: 502 }),
    answer("Oops", { status: 500 }),
    answer("saved"),
  );
  const response = await fetch(OURS, { method: "POST", body: "typed" });
  expect(await response.text()).toBe("saved");
  expect(asked).toEqual(["typed", "typed", "typed", "typed"]);
  expect(pauses).toEqual([
    [1_000, true],
    [2_000, true],
    [4_000, true],
  ]);
  expect(isConnectionLost()).toBe(false);
});

test("which pages there are is asked again as well, for without it none can be led to", async () => {
  const { fetch, asked } = line(unreachable, answer("pages"));
  expect(await (await fetch("https://app.example/__manifest?p=%2Fapp")).text()).toBe("pages");
  expect(asked).toHaveLength(2);
});

test("the app's own refusal is an answer, whatever its status", async () => {
  const { fetch, asked } = line(answer("no shop", { status: 503, headers: { "X-Remix-Response": "yes" } }));
  expect(await (await fetch(OURS)).text()).toBe("no shop");
  expect(asked).toHaveLength(1);
});

test("whoever leaves the page ends it, while asking and while waiting", async () => {
  for (const leavesWhile of ["asking", "waiting"]) {
    const leaving = new AbortController();
    const leave = () => leaving.abort(new Error("left"));
    const { fetch, asked } = line(() => {
      if (leavesWhile === "asking") leave();
      else queueMicrotask(leave);
      return unreachable();
    });
    await expect(fetch(OURS, { signal: leaving.signal })).rejects.toThrow();
    expect(asked).toHaveLength(1);
    expect(isConnectionLost()).toBe(false);
  }
});

test("files and other people's addresses are asked for once", async () => {
  for (const address of ["https://app.example/app/members.csv", "https://elsewhere.example/app.data"]) {
    const { fetch, asked } = line(unreachable);
    await expect(fetch(address)).rejects.toThrow("Failed to fetch");
    expect(asked).toHaveLength(1);
  }
});
