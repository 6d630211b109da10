import type { ScannerApi, ScannerSubscriptionResult } from "@shopify/ui-extensions/point-of-sale";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { askHolder } from "../ask-member.ts";
import { wordsFor, type Till } from "../till.ts";
import { textIn } from "./field-value.ts";
import { MemberView } from "./member-view.tsx";

interface Props {
  till: Till;
  scanner: ScannerApi["scanner"];
}

type Search = { state: "idle" | "asking" } | { state: "failed"; text: string };

/** Whose card is it? Scanned, or written by hand; whoever is in the sale already needs no card. */
export function FindMember({ till, scanner }: Props) {
  const inSale = till.cart.current.value.customer?.id;
  const [customer, setCustomer] = useState(inSale === undefined ? null : String(inSale));
  const [search, setSearch] = useState<Search>({ state: "idle" });
  const newestRef = useRef(0);
  const find = useCallback(
    async (code: string) => {
      if (code.trim() === "") return;
      const asked = (newestRef.current += 1);
      // Whoever was shown before must not be taken for the holder of this card.
      setCustomer(null);
      setSearch({ state: "asking" });
      const told = await askHolder(till.app(null), code.trim());
      if (asked !== newestRef.current) return;
      if (told.ok) {
        setCustomer(told.body.customer);
        setSearch({ state: "idle" });
      } else setSearch({ state: "failed", text: told.text ?? wordsFor(till, null).t("trouble.text") });
    },
    [till],
  );
  useScans(scanner, find);
  return (
    <s-page heading={wordsFor(till, null).t("find.title")}>
      <s-scroll-box>
        <s-stack gap="large">
          {customer !== null && <MemberView key={customer} till={till} customer={customer} />}
          <CodeField till={till} search={search} find={find} />
        </s-stack>
      </s-scroll-box>
    </s-page>
  );
}

/** Tells of every code that is scanned from now on; not of what was scanned before this was opened. */
function useScans(scanner: Props["scanner"], take: (code: string) => Promise<void>): void {
  const { current } = scanner.scannerData;
  const before = useRef(current.value);
  useEffect(() => {
    const hear = ({ data }: ScannerSubscriptionResult) => void (data && take(data));
    // Drawn, and not listening yet: a scan of that moment counts as well.
    if (current.value !== before.current) hear(current.value);
    return current.subscribe(hear);
  }, [current, take]);
}

interface CodeFieldProps {
  till: Till;
  search: Search;
  find: (code: string) => Promise<void>;
}

function CodeField({ till, search, find }: CodeFieldProps) {
  const { t } = wordsFor(till, null);
  const [code, setCode] = useState("");
  return (
    <s-section heading={t("find.heading")}>
      <s-text color="subdued">{t("find.text")}</s-text>
      <s-text-field
        label={t("find.code")}
        value={code}
        onInput={(event) => setCode(textIn(event))}
        error={search.state === "failed" ? search.text : ""}
      />
      <s-button variant="primary" loading={search.state === "asking"} onClick={() => void find(code)}>
        {t("find.find")}
      </s-button>
    </s-section>
  );
}
