import { expect, test } from "vitest";
import { gather, pickIn, type Seen } from "./seen.ts";

const POT = "beside.501.502.Zk3f9aQ1w2";

function gathering() {
  const sent: Seen[][] = [];
  const works: (() => void)[] = [];
  const see = gather(
    (events) => sent.push(events),
    (work) => works.push(work),
  );
  return { sent, see, passTime: () => works.splice(0).forEach((work) => work()) };
}

test("sends what was seen together, each once", () => {
  const { sent, see, passTime } = gathering();
  see("shown", POT);
  see("shown", POT);
  see("clicked", POT);
  expect(sent).toEqual([]);
  passTime();
  see("shown", POT);
  passTime();
  expect(sent).toEqual([
    [
      { event: "shown", pick: POT },
      { event: "clicked", pick: POT },
    ],
  ]);
});

test("sends nothing that is no recommendation's name", () => {
  const { sent, see, passTime } = gathering();
  for (const other of ["", "ada@example.com", null, 7, `${POT} `]) see("shown", other);
  passTime();
  expect(sent).toEqual([]);
});

test("finds in an address which recommendation led there", () => {
  expect(pickIn(`https://shop.example/products/pot?perennial=${POT}`)).toBe(POT);
  expect(pickIn("https://shop.example/products/pot")).toBeNull();
  expect(pickIn("not an address")).toBeNull();
});
