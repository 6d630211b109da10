import { useEffect, useState } from "react";
import { BlockStack, Button, Card, Checkbox, InlineStack, Text, TextField } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { MonthlyBudgetAnswer } from "../../use-cases/offers/monthly-budget-form.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";

/** What all offers of a month may cost, and how far this one is. */
export function MonthCard({ view }: { view: OffersView }) {
  const { t, f } = useWords();
  const words = t.offers.month;
  const may = useMay()("insight.manage");
  const shopify = useAppBridge();
  const fetcher = useFetcher<MonthlyBudgetAnswer>();
  const { month, currency } = view;
  const [amount, setAmount] = useState(month.amount ?? "");
  const [carries, setCarries] = useState(month.carries);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "budget-saved") shopify.toast.show(words.saved);
  }, [answer, shopify, words]);
  const money = (minor: number) => moneyText(minor, { f, currency });
  const faults: Partial<Record<string, string>> = {
    "budget-faulty": words.faulty,
    "budget-overtaken": words.overtaken,
    "budget-below": answer?.outcome === "budget-below" ? words.below(money(answer.committed)) : "",
  };
  const fault = faults[answer?.outcome ?? ""];
  const stands = month.amount === null ? words.unlimited : money(month.minor);
  const sums = [
    words.set(f.month(month.day), money(month.committed)),
    ...(month.left === null ? [] : [words.left(money(month.left))]),
    ...(month.carried === 0 ? [] : [words.carried(money(month.carried))]),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.about}
        </Text>
        <Text as="p">{sums.join(" ")}</Text>
        <TextField
          label={words.amount}
          helpText={[words.amountHelp, ...(fault === words.overtaken ? [words.stands(stands)] : [])].join(
            " ",
          )}
          value={amount}
          onChange={setAmount}
          prefix={currency}
          inputMode="decimal"
          autoComplete="off"
          disabled={!may}
          {...(fault === undefined ? {} : { error: fault })}
        />
        <Checkbox label={words.carries} checked={carries} onChange={setCarries} disabled={!may} />
        <InlineStack>
          <Button
            loading={fetcher.state !== "idle"}
            disabled={!may}
            onClick={() =>
              void fetcher.submit(
                {
                  ...{ deed: "month", amount, carries: carries ? "on" : "" },
                  revision: String(month.revision),
                },
                { method: "post" },
              )
            }
          >
            {words.save}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
