import { useEffect } from "react";
import { Badge, BlockStack, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { RoleGiven } from "../../use-cases/staff/give-role.ts";
import type { PersonView, StaffView } from "../../use-cases/staff/list-staff.ts";

const ROLES = ["owner", "manager", "support", "read-only"] as const;

/** A person of the staff and their role, which an owner changes in its place. */
export function PersonLine({ person, view }: { person: PersonView; view: StaffView }) {
  const { t } = useWords();
  const words = t.settings.staff;
  const may = useMay();
  const name = person.name === "" ? t.common.staff(person.id) : person.name;
  const isYou = person.id === view.you;
  const isFixed = person.accountOwner || isYou || !may("staff.manage");
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <BlockStack gap="050">
          <InlineStack gap="200" align="start" blockAlign="center">
            <Text as="span" fontWeight="semibold">
              {name}
            </Text>
            {isYou ? <Badge tone="info">{words.you}</Badge> : null}
            {person.accountOwner ? <Badge>{words.accountOwner}</Badge> : null}
          </InlineStack>
          <Provenance person={person} />
        </BlockStack>
        {isFixed ? (
          <Text as="span">{t.staff.roles[person.role]}</Text>
        ) : (
          <RoleSelect person={person} name={name} defaultRole={view.defaultRole} />
        )}
      </InlineStack>
    </li>
  );
}

/** Where their role comes from. */
function Provenance({ person }: { person: PersonView }) {
  const { t, f } = useWords();
  const words = t.settings.staff;
  const { roleGivenAt, roleGivenBy, given } = person;
  const origin =
    person.accountOwner || given === null || roleGivenAt === null || roleGivenBy === null
      ? null
      : roleGivenBy === "installation"
        ? words.givenAtInstallation
        : words.givenBy(person.givenByName ?? t.common.staff(roleGivenBy), f.date(roleGivenAt));
  const since = `${words.since}: ${f.date(person.firstSeenAt)}`;
  return (
    <Text as="span" variant="bodySm" tone="subdued">
      {[person.name === "" ? words.noName : null, origin, since].filter(Boolean).join(" · ")}
    </Text>
  );
}

interface RoleSelectProps {
  person: PersonView;
  name: string;
  defaultRole: StaffView["defaultRole"];
}

function RoleSelect({ person, name, defaultRole }: RoleSelectProps) {
  const { t } = useWords();
  const words = t.settings.staff;
  const shopify = useAppBridge();
  const fetcher = useFetcher<RoleGiven>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const chosen = fetcher.formData?.get("role");
  const given = answer?.outcome === "given" ? (answer.role ?? defaultRole) : null;
  useEffect(() => {
    if (given !== null) shopify.toast.show(words.given(name, t.staff.roles[given]));
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const missing = missingPermission(answer);
  const refusal =
    missing !== null
      ? t.staff.notAllowed.why[missing]
      : answer !== undefined && answer.outcome !== "given"
        ? words.refused[answer.outcome]
        : null;
  return (
    <BlockStack gap="100">
      <Select
        label={words.roleOf(name)}
        labelHidden
        options={[
          { value: "default", label: words.byDefault(t.staff.roles[defaultRole]) },
          ...ROLES.map((value) => ({ value, label: t.staff.roles[value] })),
        ]}
        value={typeof chosen === "string" ? chosen : (person.given ?? "default")}
        disabled={fetcher.state !== "idle"}
        onChange={(role) => void fetcher.submit({ id: person.id, role }, { method: "post" })}
      />
      {refusal === null ? null : <InlineError fieldID={`role-${person.id}`} message={refusal} />}
    </BlockStack>
  );
}
