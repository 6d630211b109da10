import { Link, List } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { sectionOfFault } from "../../loyalty/editing/sections.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { faultPlace } from "../../texts/fault-place.ts";
import { faultWords } from "../../texts/fault-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

interface FaultLinksProps {
  faults: readonly Fault[];
  draft: PlanView["draft"];
}

/** What is wrong, in the words of the forms, each leading to the field where it is mended. */
export function FaultLinks({ faults, draft }: FaultLinksProps) {
  const { t } = useWords();
  return (
    <List>
      {faults.map((fault) => (
        <List.Item key={`${fault.path} ${fault.problem}`}>
          <Link url={fieldAddress(draft.id, fault)} monochrome>
            <Sentence>
              {t.editor.faults.at(faultPlace(fault.path, draft.document, t), faultWords(fault, t))}
            </Sentence>
          </Link>
        </List.Item>
      ))}
    </List>
  );
}

/** The editor, open at the field. */
export function fieldAddress(draft: string, { path }: Pick<Fault, "path">): string {
  const section = sectionOfFault({ path });
  const query = new URLSearchParams({ ...(section === null ? {} : { section }), field: path });
  return `/app/programme/edit/${draft}?${query.toString()}`;
}
