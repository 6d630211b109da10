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
/** Of the small letters along the axes, about; Chinese and Japanese ones are as wide as they are high. */
const LETTER = 6.5;
const WIDE_LETTER = 11;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
const GAP = 16;
const TICKS = 4;
/** An axis without any value still has a height. */
const NOTHING: [number, number] = [0, 1];

/** With room on the left for the longest of the words along the axis. */
export function frameOf(width: number, axis: readonly string[] = []): Frame {
  const longest = max(axis, widthOf) ?? 0;
  return { width, height: HEIGHT, left: Math.max(32, longest + 14), right: 12, top: 12, bottom: 28 };
}

/** Upwards from 0, or down to the lowest value where there are negative ones: a bar always begins at 0. */
export function fromZero(values: readonly number[], frame: Frame): ScaleLinear<number, number> {
  const [low = 0, high = 0] = extent(values);
  const domain: [number, number] =
    low === high && high === 0 ? NOTHING : [Math.min(0, low), Math.max(0, high)];
  return scaleLinear(domain, [frame.height - frame.bottom, frame.top]).nice(TICKS);
}

/** Where a value has nothing on either side: a line through it has no length, and a band around it no width. */
export function standingAlone(values: readonly unknown[]): number[] {
  const isKnown = (index: number) => values[index] !== null && values[index] !== undefined;
  return values.flatMap((_, index) =>
    isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1) ? [index] : [],
  );
}

/** How the values of an axis are read. */
export interface AxisTerms {
  format: (value: number) => string;
  /** They are counts: between two of them there is nothing to be read. */
  whole?: boolean;
}

/** What stands along the axis of these values. */
export function axisOf(values: readonly number[], { format, whole }: AxisTerms): string[] {
  return ticksOf(fromZero(values, frameOf(0)), whole).map(format);
}

export function ticksOf(scale: ScaleLinear<number, number>, whole = false): number[] {
  return scale.ticks(TICKS).filter((tick) => !whole || Number.isInteger(tick));
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

/** Which of many labels are written so that they do not run into each other: every one, every second, every third … */
export function spacedOut(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: Math.ceil(count / step) }, (_, place) => place * step);
}

/** As many as fit below the chart, each of the longest label's length. */
export function labelsThatFit(labels: readonly string[], frame: Frame): number[] {
  const longest = max(labels, widthOf) ?? 0;
  const width = frame.width - frame.left - frame.right;
  return spacedOut(labels.length, Math.floor(width / (longest + GAP)));
}

function widthOf(label: string): number {
  return [...label].reduce((width, letter) => width + (WIDE.test(letter) ? WIDE_LETTER : LETTER), 0);
}

/** Where the middle of a label stands: below its place, and at both ends within the chart. */
export function within(place: number, label: string, frame: Frame): number {
  const half = widthOf(label) / 2;
  return Math.max(half, Math.min(place, frame.width - half));
}

/** What lies on top of each other, each part from where the one below it ends. */
export function stacked(parts: readonly number[]): [number, number][] {
  let base = 0;
  return parts.map((part) => [base, (base += part)]);
}
