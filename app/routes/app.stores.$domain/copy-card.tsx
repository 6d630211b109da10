import { useState } from "react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  List,
  Select,
  Text,
} from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Copied, CopyNote } from "../../use-cases/stores/copy-programme.ts";
import type { StoreView } from "../../use-cases/stores/show-store.ts";

/** Begins a draft of one store's programme in another. */
export function CopyCard({ view }: { view: StoreView }) {
  const { t } = useWords();
  const words = t.stores.copy;
  const { others, domain } = view;
  const copy = useCopy();
  const [from, setFrom] = useState(others.find((other) => other.domain !== domain)?.domain ?? domain);
  const [to, setTo] = useState(domain);
  const options = others.map((other) => ({ value: other.domain, label: `${other.name} (${other.domain})` }));
  const source = others.find((other) => other.domain === from)?.name ?? from;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <FormLayout>
          <FormLayout.Group>
            <Select label={words.from} options={options} value={from} onChange={setFrom} />
            <Select
              label={words.to}
              options={options}
              value={to}
              onChange={setTo}
              {...(from === to ? { error: words.sameStore } : {})}
            />
          </FormLayout.Group>
        </FormLayout>
        <InlineStack>
          <Button
            disabled={from === to}
            loading={copy.isBusy}
            onClick={() => copy.begin({ from, to, name: words.draftName(source) })}
          >
            {words.action}
          </Button>
        </InlineStack>
        <Answer answer={copy.answer} />
      </BlockStack>
    </Card>
  );
}

function Answer({ answer }: { answer: Copied | undefined }) {
  const { t } = useWords();
  const words = t.stores.copy;
  switch (answer?.outcome) {
    case "copied":
      return (
        <Banner
          tone={answer.notes.length === 0 ? "success" : "warning"}
          title={words.done(answer.to)}
          {...(answer.isOwn
            ? {
                action: {
                  content: words.open,
                  url: `/app/programme/edit/${encodeURIComponent(answer.draft)}`,
                },
              }
            : {})}
        >
          <BlockStack gap="200">
            {answer.isOwn ? null : <Text as="p">{words.there}</Text>}
            {answer.notes.length === 0 ? null : <Notes notes={answer.notes} />}
          </BlockStack>
        </Banner>
      );
    case "no-programme":
      return <Banner tone="warning">{words.noProgramme}</Banner>;
    case "not-seen":
      return <Banner tone="warning">{words.notSeen}</Banner>;
    default:
      return null;
  }
}

function Notes({ notes }: { notes: CopyNote[] }) {
  return (
    <List gap="loose">
      {notes.map((note) => (
        <List.Item key={note.note}>
          <Note note={note} />
        </List.Item>
      ))}
    </List>
  );
}

function Note({ note }: { note: CopyNote }) {
  const { t, f } = useWords();
  const words = t.stores.copy.notes;
  switch (note.note) {
    case "other-currency":
      return <Sentence>{words.currency(note.from, note.to)}</Sentence>;
    case "other-zone":
      return <Sentence>{words.zone(note.from, note.to)}</Sentence>;
    case "store-ids":
      return <Sentence>{words.ids(f.list(note.rules))}</Sentence>;
  }
}

/** The draft's id is made here, so that pressing twice begins one. */
function useCopy() {
  const fetcher = useFetcher<Copied>();
  const [draft, setDraft] = useState(() => crypto.randomUUID());
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  return {
    answer,
    isBusy: fetcher.state !== "idle",
    begin(terms: { from: string; to: string; name: string }) {
      const id = answer?.outcome === "copied" ? crypto.randomUUID() : draft;
      setDraft(id);
      void fetcher.submit({ deed: "copy", draft: id, ...terms }, { method: "post" });
    },
  };
}
