import { useState } from "preact/hooks";
import type { Words } from "../surface.ts";

/** A code to be written at the checkout: to read, and to copy. */
export function Code({ words, id, code }: { words: Words; id: string; code: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  const item = `perennial-code-${id}`;
  return (
    <s-stack direction="inline" gap="base" alignItems="center">
      <s-text type="strong">{code}</s-text>
      <s-button
        variant="secondary"
        commandFor={item}
        command="--copy"
        {...(copied === "yes" ? {} : { accessibilityLabel: words.t("code.copy_label", { code }) })}
      >
        {words.t(copied === "yes" ? "code.copied" : "code.copy")}
      </s-button>
      {copied === "failed" && <s-text tone="critical">{words.t("code.copy_failed")}</s-text>}
      <s-clipboard-item
        id={item}
        text={code}
        onCopy={() => setCopied("yes")}
        onCopyError={() => setCopied("failed")}
      />
    </s-stack>
  );
}
