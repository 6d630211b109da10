import { useEffect, useState } from "react";
import { sectionOfFault, type Section } from "../../loyalty/editing/sections.ts";

/** What opens the card of an entry, by the entry's path. */
export function openerId(path: string): string {
  return `${path}-open`;
}

/** Gives the focus to what is drawn with the change just made. What closed with it, a menu, cannot give it back. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** Leads to the place of the document that a fault is about: its section is shown, its card opened, its field reached. */
export function useGoal(
  onSection: (section: Section) => void,
  /** The path to begin with, where the address names one. */
  first: string | null,
): (fault: { path: string }) => void {
  const [goal, setGoal] = useState<{ path: string } | null>(first === null ? null : { path: first });
  useEffect(() => {
    if (goal === null) return;
    const [entry] = /^.*?\[\d+\]/.exec(goal.path) ?? [];
    const opener = entry === undefined ? null : document.getElementById(openerId(entry));
    if (opener?.getAttribute("aria-expanded") === "false") opener.click();
    const frame = requestAnimationFrame(() => {
      const field = document.getElementById(goal.path) ?? opener;
      field?.scrollIntoView({ block: "center" });
      field?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [goal]);
  return (fault) => {
    const section = sectionOfFault(fault);
    if (section !== null) onSection(section);
    setGoal({ path: fault.path });
  };
}
