import { Badge, BlockStack, Button, Card, Icon, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon, QuestionCircleIcon } from "@shopify/polaris-icons";
import { useRouteLoaderData } from "@remix-run/react";
import { useWords } from "./use-words.ts";

type Step = "programme" | "blocks" | "embed" | "order" | "reward";

interface Item {
  step: Step;
  state: "done" | "open" | "unknown";
}

interface ChecklistCardProps {
  checklist: { items: Item[]; done: number; isComplete: boolean; hasPastToCredit: boolean };
  /** The step that the page itself is for: its button would lead to where somebody is. */
  here?: Step;
}

/** What there is to do until points work for everybody, and what of it is done; each step leads to where it is done. */
export function ChecklistCard({ checklist, here }: ChecklistCardProps) {
  const { items, done, isComplete, hasPastToCredit } = checklist;
  const { t } = useWords();
  const words = t.checklist;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <InlineStack gap="200" blockAlign="center" wrap={false}>
            <span id="checklist-progress" className="perennial-nowrap">
              {words.progress(done, items.length)}
            </span>
            <ProgressBar
              progress={(100 * done) / items.length}
              size="small"
              ariaLabelledBy="checklist-progress"
            />
          </InlineStack>
          {isComplete ? <Text as="p">{words.all}</Text> : null}
        </BlockStack>
        <ol className="perennial-lines">
          {items.map((item) => (
            <Line key={item.step} item={item} isHere={item.step === here} />
          ))}
        </ol>
        {hasPastToCredit ? <PastOrdersStep /> : null}
      </BlockStack>
    </Card>
  );
}

/** What may be done or left: it counts as none of the steps. */
function PastOrdersStep() {
  const { t } = useWords();
  const { title, text, action, optional } = t.checklist.pastOrders;
  return (
    <BlockStack gap="100" inlineAlign="start">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Badge>{optional}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued">
        {text}
      </Text>
      <Button url="/app/move/past-orders">{action}</Button>
    </BlockStack>
  );
}

/** What Polaris has no icon for, in the strokes of those that it has. */
function EmptyCircle() {
  return (
    <svg viewBox="0 0 20 20">
      <circle cx="10" cy="10" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

const SIGNS = {
  done: { icon: CheckCircleIcon, tone: "success" },
  open: { icon: EmptyCircle, tone: "subdued" },
  unknown: { icon: QuestionCircleIcon, tone: "caution" },
} as const;

function Line({ item: { step, state }, isHere }: { item: Item; isHere: boolean }) {
  const { t } = useWords();
  const words = t.checklist;
  const { title, text, action } = words.steps[step];
  const { icon, tone } = SIGNS[state];
  return (
    <li className="perennial-line">
      <BlockStack gap="100" inlineAlign="start">
        <InlineStack gap="200" blockAlign="start" wrap={false}>
          <span className="perennial-nowrap">
            <Icon source={icon} tone={tone} accessibilityLabel={words.states[state]} />
          </span>
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
        </InlineStack>
        {state === "done" ? null : (
          <>
            <Text as="p" tone="subdued">
              {state === "unknown" ? words.unknown : text}
            </Text>
            {isHere ? null : <StepButton step={step}>{action}</StepButton>}
          </>
        )}
      </BlockStack>
    </li>
  );
}

function StepButton({ step, children }: { step: Step; children: string }) {
  const address = useAddressOf(step);
  if (!address.startsWith("shopify:")) return <Button url={address}>{children}</Button>;
  return <Button onClick={() => void open(address, "_top")}>{children}</Button>;
}

/** Into the theme editor, with the block or the embed at hand. */
function useAddressOf(step: Step): string {
  const { apiKey } = useRouteLoaderData<{ apiKey: string }>("routes/app") ?? { apiKey: "" };
  const editor = "shopify://admin/themes/current/editor";
  switch (step) {
    case "programme":
      return "/app/start";
    case "blocks":
      return `${editor}?template=index&addAppBlockId=${apiKey}/points-panel&target=newAppsSection`;
    case "embed":
      return `${editor}?context=apps&activateAppId=${apiKey}/launcher`;
    case "order":
      return "/app/members";
    case "reward":
      return "/app/rewards";
  }
}
