import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LineChart } from "./line-chart.tsx";

/** What is drawn of one series: how many dots, and of the whiskers from where to where. */
function drawn(values: (number | null)[], interval: ([number, number] | null)[]) {
  const labels = values.map((_, index) => String(index));
  const series = [{ name: "Difference", values, interval }];
  const markup = renderToStaticMarkup(
    <LineChart label="Day by day" labels={labels} format={String} series={series} />,
  );
  const whiskers = [...markup.matchAll(/d="M(\S+) (\S+)V(\S+?)M/g)];
  const heights = whiskers.map(([, , low, high]) => Math.abs(Number(low) - Number(high)));
  return { dots: markup.split("<circle").length - 1, heights };
}

test("a day that stands alone shows between what its value lies", () => {
  const { dots, heights } = drawn([null, 2], [null, [-4, 8]]);
  expect(dots).toBe(1);
  expect(heights).toHaveLength(1);
  expect(heights[0]).toBeGreaterThan(100);
});

test("days beside each other are a line in a band, and each gap is one", () => {
  expect(
    drawn(
      [1, 2],
      [
        [0, 2],
        [1, 3],
      ],
    ),
  ).toEqual({ dots: 0, heights: [] });
  const { dots, heights } = drawn([1, 2, null, 3], [[0, 2], [1, 3], null, [2, 4]]);
  expect([dots, heights.length]).toEqual([1, 1]);
});
