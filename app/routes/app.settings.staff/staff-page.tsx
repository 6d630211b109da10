import { BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { Facts } from "../../components/facts.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { StaffView } from "../../use-cases/staff/list-staff.ts";
import { PersonLine } from "./person-line.tsx";

export function StaffPage({ view }: { view: StaffView }) {
  const { t } = useWords();
  const words = t.settings.staff;
  const may = useMay();
  return (
    <Page title={words.title} backAction={{ content: words.back, url: "/app/settings" }}>
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        <Card>
          <BlockStack gap="400">
            {may("staff.manage") ? null : <WhyNotAllowed permission="staff.manage" />}
            <ul className="perennial-lines">
              {view.people.map((person) => (
                <PersonLine key={person.id} person={person} view={view} />
              ))}
            </ul>
          </BlockStack>
        </Card>
        <RolesCard />
      </BlockStack>
    </Page>
  );
}

function RolesCard() {
  const { t } = useWords();
  const words = t.settings.roles;
  const roles = ["owner", "manager", "support", "read-only"] as const;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Facts facts={roles.map((role) => [t.staff.roles[role], words[role]] as const)} />
      </BlockStack>
    </Card>
  );
}
