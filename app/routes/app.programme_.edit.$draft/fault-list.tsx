import { InlineError } from "@shopify/polaris";
import type { Fault } from "../../loyalty/programme.ts";
import { nameOfPath, type DocumentPath } from "../../loyalty/editing/document.ts";
import { useEditing } from "./editor-context.ts";

/** What is wrong with something that no field shows; below `base` it says with which part of it. */
export function FaultList({ faults, base }: { faults: readonly Fault[]; base: DocumentPath }) {
  const { faultText } = useEditing();
  const start = nameOfPath(base);
  return faults.map((fault) => {
    const part = fault.path.slice(start.length).replace(/^\./, "");
    return (
      <InlineError
        key={`${fault.path} ${fault.problem}`}
        fieldID={start}
        message={part === "" ? faultText(fault) : `${part}: ${faultText(fault)}`}
      />
    );
  });
}
