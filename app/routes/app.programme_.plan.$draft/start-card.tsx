import { useState } from "react";
import { BlockStack, Button, Card, ChoiceList, InlineError, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { PlanForm } from "./use-plan.ts";

/** When the version is to start. What is planned is what is published, so another start is another plan. */
export function StartCard({ view, form }: { view: PlanView; form: PlanForm }) {
  const { t } = useWords();
  const words = t.plan.start;
  const [typedDate = "", typedTime = ""] = view.start.local.split("T");
  const [later, setLater] = useState(view.start.local !== "");
  const [date, setDate] = useState(typedDate);
  const [time, setTime] = useState(typedTime === "" ? "09:00" : typedTime);
  const { fault } = view.start;
  const choose = (isLater: boolean) => {
    setLater(isLater);
    form.setChoosingStart(isLater && view.start.local === "");
    if (!isLater && view.start.local !== "") form.chooseStart("now");
  };
  return (
    <Card>
      <BlockStack gap="300">
        <ChoiceList
          title={words.title}
          choices={[
            { label: words.atOnce, value: "now" },
            { label: words.later, value: "later" },
          ]}
          selected={[later ? "later" : "now"]}
          onChange={([choice]) => choose(choice === "later")}
        />
        {later ? (
          <BlockStack gap="200" inlineAlign="start">
            <BlockStack gap="200">
              <TextField
                label={words.date}
                id="start-date"
                type="date"
                value={date}
                onChange={setDate}
                autoComplete="off"
              />
              <TextField label={words.time} type="time" value={time} onChange={setTime} autoComplete="off" />
            </BlockStack>
            {fault === null ? null : <InlineError fieldID="start-date" message={words.faults[fault]} />}
            <Text as="p" variant="bodySm" tone="subdued">
              {words.zone(view.timezone)}
            </Text>
            <Button
              disabled={`${date}T${time}` === view.start.local}
              onClick={() => form.chooseStart(`${date}T${time}`)}
            >
              {words.apply}
            </Button>
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
