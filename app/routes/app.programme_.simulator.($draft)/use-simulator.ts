import { useState } from "react";
import { useFetcher, useSearchParams } from "@remix-run/react";
import type { Simulation, SimulationOutcome } from "../../use-cases/simulator/simulate.ts";
import type { BuiltLine, BuiltOrder, SimulatorInput } from "../../use-cases/simulator/simulator-input.ts";
import type { FieldFault } from "../../use-cases/simulator/build-order.ts";
import type { SimulatorView } from "../../use-cases/simulator/show-simulator.ts";

type Built = Omit<BuiltOrder, "kind" | "refund">;

export interface SimulatorForm {
  kind: SimulatorInput["kind"];
  choose(kind: SimulatorInput["kind"]): void;
  built: Built;
  change(changes: Partial<Built>): void;
  changeLine(place: number, changes: Partial<BuiltLine>): void;
  addLine(): void;
  removeLine(place: number): void;
  search(query: string): void;
  runOrder(id: string): void;
  runBuilt(): void;
  /** Works the last one out once more, with these units given back. */
  refund(units: Record<string, number>): void;
  isRunning: boolean;
  simulation: Simulation | null;
  problem: "no-order" | "no-draft" | null;
  faults: FieldFault[];
}

/** What is tried, and what came of it. */
export function useSimulator(view: SimulatorView, exampleTitle: string): SimulatorForm {
  const fetcher = useFetcher<SimulationOutcome>();
  const [, setAddress] = useSearchParams();
  const [kind, setKind] = useState<SimulatorInput["kind"]>(view.orders.length === 0 ? "built" : "order");
  const [last, setLast] = useState<SimulatorInput | null>(null);
  const [built, setBuilt] = useState<Built>({
    lines: [emptyLine(exampleTitle, view.currency)],
    ...{ tier: "", isFirst: false, channel: "web", at: "" },
  });
  const answer = fetcher.data;
  const send = (input: SimulatorInput) => {
    setLast(input);
    void fetcher.submit({ input: JSON.stringify(input) }, { method: "post" });
  };
  const setLines = (lines: BuiltLine[]) => setBuilt({ ...built, lines });
  return {
    kind,
    choose: setKind,
    built,
    change: (changes) => setBuilt({ ...built, ...changes }),
    changeLine: (place, changes) =>
      setLines(built.lines.map((line, at) => (at === place ? { ...line, ...changes } : line))),
    addLine: () => setLines([...built.lines, emptyLine(exampleTitle, view.currency)]),
    removeLine: (place) => setLines(built.lines.filter((_, at) => at !== place)),
    search: (query) => setAddress(query === "" ? {} : { query }, { preventScrollReset: true }),
    runOrder: (order) => send({ kind: "order", order, refund: {} }),
    runBuilt: () => send({ kind: "built", ...built, refund: {} }),
    refund: (refund) => {
      if (last !== null) send({ ...last, refund });
    },
    isRunning: fetcher.state !== "idle",
    simulation: answer?.outcome === "simulated" ? answer.simulation : null,
    problem: answer?.outcome === "no-order" || answer?.outcome === "no-draft" ? answer.outcome : null,
    faults: answer?.outcome === "faulty-fields" ? answer.faults : [],
  };
}

/** An amount that is a usual one in any currency. */
function emptyLine(title: string, currency: string): BuiltLine {
  const isSmall = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return {
    title,
    price: (isSmall.maximumFractionDigits ?? 2) === 0 ? "5000" : "50.00",
    ...{ quantity: "1", discount: "", tags: [], productType: "", vendor: "", collections: [] },
    ...{ productId: "", giftCard: false },
  };
}
