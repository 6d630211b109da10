import { BlockStack, Button, Card, Checkbox, InlineError, Select, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { SimulatorView } from "../../use-cases/simulator/show-simulator.ts";
import { LineFields } from "./line-fields.tsx";
import type { SimulatorForm } from "./use-simulator.ts";

/** An order that somebody makes up: its lines, who buys, where and when. */
export function BuildCard({ view, form }: { view: SimulatorView; form: SimulatorForm }) {
  const { t } = useWords();
  const words = t.simulator.build;
  const { built } = form;
  const [date = "", time = ""] = (built.at === "" ? view.local : built.at).split("T");
  const isFaulty = form.faults.some(({ field }) => field === "at");
  return (
    <Card>
      <BlockStack gap="400">
        {built.lines.map((line, place) => (
          <LineFields key={place} place={place} line={line} form={form} currency={view.currency} />
        ))}
        <BlockStack inlineAlign="start">
          <Button onClick={form.addLine}>{words.add}</Button>
        </BlockStack>
        {view.tiers.length === 0 ? null : (
          <Select
            label={words.tier}
            options={[
              { value: "", label: words.noTier },
              ...view.tiers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={built.tier}
            onChange={(tier) => form.change({ tier })}
          />
        )}
        <Checkbox
          label={words.isFirst}
          checked={built.isFirst}
          onChange={(isFirst) => form.change({ isFirst })}
        />
        <Select
          label={words.channel}
          options={[
            { value: "web", label: words.channels.web },
            { value: "pos", label: words.channels.pos },
          ]}
          value={built.channel}
          onChange={(channel) => form.change({ channel: channel === "pos" ? "pos" : "web" })}
        />
        <BlockStack gap="200">
          <TextField
            label={words.date}
            id="built-date"
            type="date"
            value={date}
            onChange={(changed) => form.change({ at: `${changed}T${time}` })}
            autoComplete="off"
          />
          <TextField
            label={words.time}
            type="time"
            value={time}
            onChange={(changed) => form.change({ at: `${date}T${changed}` })}
            autoComplete="off"
          />
        </BlockStack>
        {isFaulty ? <InlineError fieldID="built-date" message={words.faults.at} /> : null}
        <BlockStack inlineAlign="start">
          <Button variant="primary" loading={form.isRunning} onClick={form.runBuilt}>
            {words.run}
          </Button>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
