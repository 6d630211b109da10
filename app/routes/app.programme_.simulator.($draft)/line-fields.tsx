import { useState } from "react";
import { BlockStack, Button, Checkbox, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useWords } from "../../components/use-words.ts";
import type { BuiltLine } from "../../use-cases/simulator/simulator-input.ts";
import type { SimulatorForm } from "./use-simulator.ts";

interface LineFieldsProps {
  place: number;
  line: BuiltLine;
  form: SimulatorForm;
  currency: string;
}

/** A line: what is bought for how much, and below it what rules may ask of the product. */
export function LineFields({ place, line, form, currency }: LineFieldsProps) {
  const { t, f } = useWords();
  const words = t.simulator.build;
  const choose = useProductChoice((chosen) => form.changeLine(place, chosen));
  const change =
    (field: "title" | "price" | "quantity" | "discount" | "productType" | "vendor") => (value: string) =>
      form.changeLine(place, { [field]: value });
  const faultAt = (field: "price" | "quantity" | "discount") =>
    form.faults.some((fault) => fault.line === place && fault.field === field);
  return (
    <div role="group" aria-label={words.line(place + 1)}>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingSm">
            {words.line(place + 1)}
          </Text>
          <InlineStack gap="200">
            <Button variant="plain" onClick={() => void choose()}>
              {words.choose}
            </Button>
            {form.built.lines.length > 1 ? (
              <Button
                variant="plain"
                tone="critical"
                accessibilityLabel={`${words.remove}: ${words.line(place + 1)}`}
                onClick={() => form.removeLine(place)}
              >
                {words.remove}
              </Button>
            ) : null}
          </InlineStack>
        </InlineStack>
        <TextField label={words.title} value={line.title} onChange={change("title")} autoComplete="off" />
        <InlineGrid columns={2} gap="200">
          <TextField
            label={words.price}
            value={line.price}
            onChange={change("price")}
            suffix={currency}
            inputMode="decimal"
            autoComplete="off"
            error={faultAt("price") ? words.faults.price(f.money("50")) : false}
          />
          <TextField
            label={words.quantity}
            value={line.quantity}
            onChange={change("quantity")}
            inputMode="numeric"
            autoComplete="off"
            error={faultAt("quantity") ? words.faults.quantity : false}
          />
        </InlineGrid>
        <TextField
          label={words.discount}
          value={line.discount}
          onChange={change("discount")}
          suffix={currency}
          inputMode="decimal"
          autoComplete="off"
          error={faultAt("discount") ? words.faults.discount : false}
        />
        <details className="perennial-details">
          <summary>{words.more}</summary>
          <BlockStack gap="200">
            <NamesInput
              key={line.tags.join()}
              label={words.tags}
              names={line.tags}
              onChange={(tags) => form.changeLine(place, { tags })}
            />
            <NamesInput
              key={line.collections.join()}
              label={words.collections}
              names={line.collections}
              onChange={(collections) => form.changeLine(place, { collections })}
            />
            <TextField
              label={words.productType}
              value={line.productType}
              onChange={change("productType")}
              autoComplete="off"
            />
            <TextField
              label={words.vendor}
              value={line.vendor}
              onChange={change("vendor")}
              autoComplete="off"
            />
            <Checkbox
              label={words.giftCard}
              checked={line.giftCard}
              onChange={(giftCard) => form.changeLine(place, { giftCard })}
            />
          </BlockStack>
        </details>
      </BlockStack>
    </div>
  );
}

interface NamesInputProps {
  label: string;
  names: string[];
  onChange: (names: string[]) => void;
}

/** Names with commas between them, read when the field is left. */
function NamesInput({ label, names, onChange }: NamesInputProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(names.join(", "));
  const read = () => {
    const entered = typed.split(",").map((name) => name.trim());
    onChange(entered.filter((name) => name !== ""));
  };
  return (
    <TextField
      label={label}
      helpText={t.simulator.build.tagsHelp}
      value={typed}
      onChange={setTyped}
      onBlur={read}
      autoComplete="off"
    />
  );
}

/** Shopify's own window for choosing a product: it tells what rules ask for, but the collections. */
function useProductChoice(onChosen: (chosen: Partial<BuiltLine>) => void): () => Promise<void> {
  const shopify = useAppBridge();
  return async () => {
    const [product] =
      (await shopify.resourcePicker({ type: "product", action: "select", filter: { variants: false } })) ??
      [];
    if (product === undefined) return;
    const [variant] = product.variants;
    onChosen({
      productId: product.id.split("/").at(-1) ?? "",
      title: product.title,
      tags: product.tags,
      productType: product.productType,
      vendor: product.vendor,
      ...(variant?.price === undefined || variant.price === "" ? {} : { price: String(variant.price) }),
    });
  };
}
