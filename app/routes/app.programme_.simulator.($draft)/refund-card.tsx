import { useState } from "react";
import { BlockStack, Button, Card, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { SimulatedOrder } from "../../use-cases/simulator/simulate.ts";
import type { SimulatorForm } from "./use-simulator.ts";

/** What a refund of some units would take back. */
export function RefundCard({ order, form }: { order: SimulatedOrder; form: SimulatorForm }) {
  const { t, f } = useWords();
  const words = t.simulator.refund;
  const [units, setUnits] = useState<Record<string, string>>({});
  const lines = order.lines.filter(({ left }) => left > 0);
  if (lines.length === 0) return null;
  const wished = () =>
    Object.fromEntries(
      Object.entries(units).flatMap(([line, typed]) =>
        /^\d{1,6}$/.test(typed) ? [[line, Number(typed)]] : [],
      ),
    );
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        {lines.map(({ id, title, left }) => (
          <TextField
            key={id}
            label={words.units(title)}
            type="number"
            min={0}
            max={left}
            value={units[id] ?? "0"}
            onChange={(typed) => setUnits({ ...units, [id]: typed })}
            suffix={words.of(f.count(left))}
            autoComplete="off"
          />
        ))}
        <Button loading={form.isRunning} onClick={() => form.refund(wished())}>
          {words.run}
        </Button>
      </BlockStack>
    </Card>
  );
}
