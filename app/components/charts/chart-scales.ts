import { extent, max } from "d3-array";
import {
  scaleBand,
  scaleLinear,
  scalePoint,
  type ScaleBand,
  type ScaleLinear,
  type ScalePoint,
} from "d3-scale";

/** What a chart is drawn into, in CSS pixels. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const HEIGHT = 240;
const TICKS = 4;
/** An axis without any value still has a height. */
const NOTHING: [number, number] = [0, 1];

export function frameOf(width: number, { wideLabels = false } = {}): Frame {
  return { width, height: HEIGHT, left: wideLabels ? 64 : 48, right: 12, top: 12, bottom: 28 };
}

/** Upwards from 0, or down to the lowest value where there are negative ones: a bar always begins at 0. */
export function fromZero(values: readonly number[], frame: Frame): ScaleLinear<number, number> {
  const [low = 0, high = 0] = extent(values);
  const domain: [number, number] =
    low === high && high === 0 ? NOTHING : [Math.min(0, low), Math.max(0, high)];
  return scaleLinear(domain, [frame.height - frame.bottom, frame.top]).nice(TICKS);
}

export function ticksOf(scale: ScaleLinear<number, number>): number[] {
  return scale.ticks(TICKS);
}

export function places(count: number, frame: Frame): ScalePoint<number> {
  return scalePoint(
    Array.from({ length: count }, (_, place) => place),
    [frame.left, frame.width - frame.right],
  );
}

export function bands(count: number, frame: Frame): ScaleBand<number> {
  return scaleBand(
    Array.from({ length: count }, (_, place) => place),
    [frame.left, frame.width - frame.right],
  ).padding(0.25);
}

/** Which of many labels are written so that they do not run into each other: the first, the last, and some between. */
export function spacedOut(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, place) => place);
  const step = (count - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => Math.round(place * step));
}

/** As many as fit below the chart, each of the longest label's length. */
export function labelsThatFit(labels: readonly string[], frame: Frame): number[] {
  const longest = max(labels, ({ length }) => length) ?? 1;
  const width = frame.width - frame.left - frame.right;
  const most = Math.max(2, Math.floor(width / (longest * LETTER + GAP)));
  return labels.length <= most ? spacedOut(labels.length, labels.length) : spacedOut(labels.length, most);
}

const LETTER = 6.5;
const GAP = 16;

/** What lies on top of each other, each part from where the one below it ends. */
export function stacked(parts: readonly number[]): [number, number][] {
  let base = 0;
  return parts.map((part) => [base, (base += part)]);
}
