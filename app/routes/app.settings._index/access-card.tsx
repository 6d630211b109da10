import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { SettingsForm } from "./settings-form.ts";

const DEFAULT_ROLES = ["read-only", "support", "manager"] as const;

/** What staff may do whom nobody has given a role, and how many points each role may move by hand. */
export function AccessCard({ form }: { form: SettingsForm }) {
  const { t } = useWords();
  const words = t.settings.access;
  const may = useMay();
  const isClosed = !may("staff.manage");
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button url="/app/settings/staff">{words.staff}</Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {isClosed && may("settings") ? <WhyNotAllowed permission="staff.manage" /> : null}
        <FormLayout>
          <Select
            label={words.defaultRole}
            helpText={words.defaultHelp}
            options={DEFAULT_ROLES.map((value) => ({ value, label: t.staff.roles[value] }))}
            value={form.values.defaultRole}
            onChange={(defaultRole) => form.change({ defaultRole })}
            disabled={isClosed}
          />
          <Checkbox
            label={words.till}
            helpText={words.tillHelp}
            checked={form.values.tillRedeems === "yes"}
            onChange={(may) => form.change({ tillRedeems: may ? "yes" : "no" })}
            disabled={isClosed}
          />
          <FormLayout.Group>
            <PointsField form={form} field="supportEach" label={words.each(t.staff.roles.support)} />
            <PointsField form={form} field="supportDay" label={words.day(t.staff.roles.support)} />
          </FormLayout.Group>
          <FormLayout.Group>
            <PointsField form={form} field="managerEach" label={words.each(t.staff.roles.manager)} />
            <PointsField form={form} field="managerDay" label={words.day(t.staff.roles.manager)} />
          </FormLayout.Group>
          <Text as="p" tone="subdued">
            {words.limitHelp}
          </Text>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

interface PointsFieldProps {
  form: SettingsForm;
  field: "supportEach" | "supportDay" | "managerEach" | "managerDay";
  label: string;
}

function PointsField({ form, field, label }: PointsFieldProps) {
  const { t } = useWords();
  const may = useMay();
  return (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={form.values[field]}
      onChange={(value) => form.change({ [field]: value })}
      disabled={!may("staff.manage")}
      {...(form.isFaulty(field) ? { error: t.settings.faults.points } : {})}
    />
  );
}
