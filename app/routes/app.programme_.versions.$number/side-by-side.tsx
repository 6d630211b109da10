import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { LinePair, Skipped } from "../../use-cases/versions/side-by-side.ts";

interface SideBySideProps {
  lines: (LinePair | Skipped)[];
  left: string;
  right: string;
}

const MARKS = { same: " ", added: "+", removed: "−", changed: "±" } as const;

/** Two documents beside each other; on a narrow screen it scrolls sideways. What changed is marked by a sign too. */
export function SideBySide({ lines, left, right }: SideBySideProps) {
  const { t, f } = useWords();
  const words = t.versions.compare;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.code}
      </Text>
      <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={words.code}>
        <table className="perennial-diff">
          <caption>{words.code}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {left}
              </th>
              <th scope="col" aria-label={words.line} />
              <th scope="col" colSpan={2}>
                {right}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) =>
              line.kind === "skipped" ? (
                <tr key={place} data-kind="skipped">
                  <td colSpan={5}>{words.skipped(f.count(line.lines))}</td>
                </tr>
              ) : (
                <tr key={place} data-kind={line.kind}>
                  <Side of={line.left} />
                  <td aria-hidden="true">{MARKS[line.kind]}</td>
                  <Side of={line.right} />
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </BlockStack>
  );
}

function Side({ of }: { of: LinePair["left"] }) {
  return (
    <>
      <td data-numeric>{of?.number ?? ""}</td>
      <td data-empty={of === null}>
        <code>{of?.text ?? ""}</code>
      </td>
    </>
  );
}
