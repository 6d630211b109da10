import { ChartCard } from "../../components/charts/chart-card.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { useWords } from "../../components/use-words.ts";
import { dayOfDate } from "../../components/day-of-date.ts";
import type { Texts } from "../../texts/texts.ts";
import type { FeedbackView } from "../../use-cases/feedback/list-feedback.ts";

type Topic = keyof Texts["feedback"]["topics"];

/** More lines than these nobody tells apart; the table has all. */
const MOST_LINES = 4;

/** What was spoken of, week by week. */
export function TopicsCard({ view: { weeks, topics } }: { view: FeedbackView }) {
  const { t, f } = useWords();
  const words = t.feedback.chart;
  const cellOf = (week: string, topic: Topic) =>
    topics.find((cell) => cell.week === week && cell.topic === topic);
  const totals = (Object.keys(t.feedback.topics) as Topic[])
    .map((topic) => ({
      topic,
      count: weeks.reduce((sum, week) => sum + (cellOf(week, topic)?.count ?? 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const [most] = totals;
  if (most === undefined) return null;
  const title = words.title(t.feedback.topics[most.topic], String(most.count), f.count(most.count));
  const labels = weeks.map((week) => f.day(dayOfDate(week)));
  return (
    <ChartCard
      title={title}
      table={{
        caption: title,
        columns: [
          { title: words.week },
          ...totals.map(({ topic }) => ({ title: t.feedback.topics[topic], numeric: true })),
        ],
        rows: weeks.map((week, place) => ({
          cells: [
            // On one line: the figures beside it leave it little room.
            (labels[place] ?? week).replaceAll(" ", "\u00A0"),
            ...totals.map(({ topic }) => {
              const { count = 0, unhappy = 0 } = cellOf(week, topic) ?? {};
              return words.cell(f.count(count), unhappy === 0 ? "" : f.count(unhappy));
            }),
          ],
        })),
      }}
      formula={words.formula}
      csv={{ address: "/app/feedback-file?of=topics", name: "perennial-topics.csv" }}
    >
      <LineChart
        label={words.label}
        labels={labels}
        format={f.count}
        whole
        series={totals.slice(0, MOST_LINES).map(({ topic }) => ({
          name: t.feedback.topics[topic],
          values: weeks.map((week) => cellOf(week, topic)?.count ?? 0),
        }))}
      />
    </ChartCard>
  );
}
