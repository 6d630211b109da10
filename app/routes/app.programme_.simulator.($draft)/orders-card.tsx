import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { SimulatorView } from "../../use-cases/simulator/show-simulator.ts";
import type { SimulatorForm } from "./use-simulator.ts";

/** The newest orders, or those of a name, to choose one from. */
export function OrdersCard({ view, form }: { view: SimulatorView; form: SimulatorForm }) {
  const { t, f } = useWords();
  const words = t.simulator.search;
  const [typed, setTyped] = useState(view.query);
  return (
    <Card>
      <BlockStack gap="300">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            form.search(typed.trim());
          }}
        >
          <TextField
            label={words.label}
            placeholder={words.placeholder}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            connectedRight={<Button submit>{words.action}</Button>}
            clearButton
            onClearButtonClick={() => {
              setTyped("");
              form.search("");
            }}
          />
        </form>
        <Text as="h2" variant="headingSm">
          {view.query === "" ? words.newest : words.found(view.query)}
        </Text>
        {view.orders.length === 0 ? (
          <Text as="p" tone="subdued">
            {view.query === "" ? words.none : words.notFound(view.query)}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {view.orders.map((order) => (
              <li key={order.id} className="perennial-line">
                <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
                  <BlockStack>
                    <Text as="span" fontWeight="semibold" breakWord>
                      {order.name}
                    </Text>
                    <Text as="span" variant="bodySm" tone="subdued">
                      {f.dateTime(order.processedAt)},{" "}
                      {words.earned(t.points(order.points, f.whole(order.points)))}
                    </Text>
                  </BlockStack>
                  <Button
                    accessibilityLabel={words.choose(order.name)}
                    disabled={form.isRunning}
                    onClick={() => form.runOrder(order.id)}
                  >
                    {words.try}
                  </Button>
                </InlineStack>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
