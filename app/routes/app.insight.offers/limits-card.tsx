import { useEffect, useState } from "react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { LimitField, LimitsAnswer } from "../../use-cases/offers/limits-form.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";

/** What all offers of a month may cost and how far this one is, and what is counted with where nothing says a price. */
export function LimitsCard({ view }: { view: OffersView }) {
  const { t, f } = useWords();
  const words = t.offers.limits;
  const may = useMay()("insight.manage");
  const { limits, currency } = view;
  const { answer, isBusy, save } = useLimits();
  const [values, setValues] = useState(() => ({
    ...{ amount: limits.typed.amount ?? "", largestOrder: limits.typed.largestOrder ?? "" },
    ...{ delivery: limits.typed.delivery ?? "", carries: limits.carries ? "on" : "" },
  }));
  const money = (minor: number) => moneyText(minor, { f, currency });
  const field = (name: LimitField) => ({
    ...{ name, value: values[name], prefix: currency, autoComplete: "off", disabled: !may },
    inputMode: "decimal" as const,
    onChange: (text: string) => setValues((before) => ({ ...before, [name]: text })),
    ...(answer?.outcome === "limits-faulty" && answer.faults.includes(name) ? { error: words.faulty } : {}),
  });
  const below = answer?.outcome === "limits-below" ? { error: words.below(money(answer.committed)) } : {};
  const usual = limits.usualOrder === null ? [] : [words.usualOrder(f.money(limits.usualOrder))];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.about}
        </Text>
        {answer?.outcome === "limits-overtaken" ? <Banner tone="warning">{words.overtaken}</Banner> : null}
        <Text as="p">{monthText(view, { t, f })}</Text>
        <FormLayout>
          <TextField {...field("amount")} {...below} label={words.amount} helpText={words.amountHelp} />
          <Checkbox
            label={words.carries}
            checked={values.carries === "on"}
            onChange={(isOn) => setValues((before) => ({ ...before, carries: isOn ? "on" : "" }))}
            disabled={!may}
          />
          <FormLayout.Group>
            <TextField
              {...field("largestOrder")}
              label={words.largestOrder}
              helpText={[words.largestOrderHelp, ...usual].join(" ")}
            />
            <TextField {...field("delivery")} label={words.delivery} helpText={words.deliveryHelp} />
          </FormLayout.Group>
        </FormLayout>
        <InlineStack>
          <Button
            loading={isBusy}
            disabled={!may}
            onClick={() => save({ ...values, revision: String(limits.revision) })}
          >
            {words.save}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function monthText(
  { limits, currency }: Pick<OffersView, "limits" | "currency">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.offers.limits;
  const money = (minor: number) => moneyText(minor, { f, currency });
  return [
    words.set(f.month(limits.day), money(limits.committed)),
    ...(limits.left === null ? [] : [words.left(money(limits.left))]),
    ...(limits.carried === 0 ? [] : [words.carried(money(limits.carried))]),
  ].join(" ");
}

function useLimits() {
  const { t } = useWords();
  const { saved } = t.offers.limits;
  const shopify = useAppBridge();
  const fetcher = useFetcher<LimitsAnswer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "limits-saved") shopify.toast.show(saved);
  }, [answer, shopify, saved]);
  return {
    answer,
    isBusy: fetcher.state !== "idle",
    save: (values: Record<string, string>) =>
      void fetcher.submit({ deed: "limits", ...values }, { method: "post" }),
  };
}
