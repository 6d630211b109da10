import type { ShownMove } from "../../use-cases/segments/show-segment.ts";

export interface MovesTogether {
  reason: ShownMove["reason"];
  moves: ShownMove[];
}

/** Those that follow on each other and are owed to the same, so that it is said once and their order stays that of time. */
export function groupMoves(moves: readonly ShownMove[]): MovesTogether[] {
  const groups: MovesTogether[] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last.reason) === JSON.stringify(move.reason))
      last.moves.push(move);
    else groups.push({ reason: move.reason, moves: [move] });
  }
  return groups;
}
