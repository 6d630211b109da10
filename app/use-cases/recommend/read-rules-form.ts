import { recommendRules, type RecommendRules } from "../../insight/recommend/rules.ts";
import { fieldsOf } from "../read-form.ts";

export type RulesForm = { ok: true; rules: RecommendRules } | { ok: false; faults: string[] };

/** The page's form: lists as JSON, everything else as it is typed. `faults` names the fields that make no sense. */
export function readRulesForm(form: FormData): RulesForm {
  const text = fieldsOf(form);
  const most = text("mostOfAType");
  const read = recommendRules.safeParse({
    on: text("on") === "yes",
    ...{
      pinned: listIn(text("pinned")),
      excluded: listIn(text("excluded")),
      boosted: listIn(text("boosted")),
    },
    margin: text("margin") === "" ? 0 : Number(text("margin")) / 100,
    mostOfAType: most === "" ? null : Number(most),
  });
  if (read.success) return { ok: true, rules: read.data };
  return { ok: false, faults: [...new Set(read.error.issues.map(({ path }) => String(path[0] ?? "")))] };
}

function listIn(text: string): unknown {
  if (text === "") return [];
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
