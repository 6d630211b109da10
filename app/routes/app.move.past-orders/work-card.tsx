import { useWords } from "../../components/use-words.ts";
import { WorkProgress } from "../../components/work-progress.tsx";

interface WorkCardProps {
  title: string;
  progress: { done: number; of: number; reason: string | null };
  /** In the place of how many orders were looked at. */
  said?: string;
}

/** How far the work is. */
export function WorkCard({ title, progress: { done, of, reason }, said }: WorkCardProps) {
  const { t, f } = useWords();
  const words = t.pastOrders.work;
  return (
    <WorkProgress
      id="past-progress"
      {...{ title, done, of }}
      said={said ?? (of === 0 ? words.beginning : words.progress(f.count(done), f.count(of)))}
      hint={reason === "store" ? words.store : words.leave}
    />
  );
}
