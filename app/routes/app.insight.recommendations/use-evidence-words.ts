import { useWords } from "../../components/use-words.ts";
import type { ShownEvidence } from "../../use-cases/recommend/show-preview.ts";

/** Why a product is recommended, as a sentence. */
export function useEvidenceWords(): (evidence: ShownEvidence) => string {
  const { t, f } = useWords();
  const words = t.recommendations.evidence;
  return (evidence) => {
    switch (evidence.kind) {
      case "bought-together":
        return words.people(f.count(evidence.both), f.count(evidence.of), evidence.with);
      case "same-order":
        return words.orders(f.count(evidence.both), f.count(evidence.of), evidence.with);
      case "bought-again":
        return words.again(String(evidence.times), f.count(evidence.times), f.day(evidence.last));
      case "due-again":
        return words.due(f.count(evidence.everyDays), f.day(evidence.last), f.day(evidence.due));
      case "popular":
        return words.popular(String(evidence.buyers), f.count(evidence.buyers), f.count(evidence.days));
      case "similar":
        return words.similar(evidence.with, f.list(evidence.shares.map((share) => words.shares[share])));
      case "reachable":
        return words.reachable(f.whole(evidence.points), f.whole(evidence.available), evidence.rewardId);
      case "new-here":
        return words.newHere(f.day(evidence.since));
      case "pinned":
        return words.pinned;
    }
  };
}
