import { hash } from "node:crypto";

/** A neighbour on the way from a leaf to the root, and on which side it stands. */
export type Step = readonly [side: "left" | "right", hash: string];

/**
 * The root of a binary hash tree over texts, in their order: SHA-256 as 64 small hex digits. A leaf is the hash of
 * "leaf", a line feed and the text; a node that of "node", a line feed and the hashes of its two children one after
 * the other; what has no neighbour rises as it is. The root of nothing is "".
 */
export function rootOf(leaves: readonly string[]): string {
  let level = leaves.map(leafHash);
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? "";
}

/** What leads from one leaf to the root: at most as many steps as the number of leaves has binary digits. */
export function pathTo(leaves: readonly string[], place: number): Step[] {
  const path: Step[] = [];
  let level = leaves.map(leafHash);
  for (let at = place; level.length > 1; at = at >> 1, level = levelAbove(level)) {
    const neighbour = level[at ^ 1];
    if (neighbour !== undefined) path.push([at % 2 === 0 ? "right" : "left", neighbour]);
  }
  return path;
}

/** The root that a leaf and its path lead to: the tree holds the leaf if it is the tree's own. */
export function rootFrom(leaf: string, path: readonly Step[]): string {
  return path.reduce(
    (below, [side, beside]) => (side === "left" ? nodeHash(beside, below) : nodeHash(below, beside)),
    leafHash(leaf),
  );
}

function levelAbove(level: readonly string[]): string[] {
  const above: string[] = [];
  for (let place = 0; place < level.length; place += 2) {
    const [left = "", right] = level.slice(place, place + 2);
    above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

function leafHash(text: string): string {
  return hash("sha256", `leaf\n${text}`, "hex");
}

function nodeHash(left: string, right: string): string {
  return hash("sha256", `node\n${left}${right}`, "hex");
}
