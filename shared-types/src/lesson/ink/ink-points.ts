import { INK_LIMITS } from './ink-limits.ts';

/** A page is so many units wide; its height follows from its picture's shape, up to `PAGE_HEIGHT`. */
export const PAGE_WIDTH = 10_000;
export const PAGE_HEIGHT = 40_000;
/** Pressure goes from 0 to `PRESSURE`; `NO_PRESSURE` is of a device that feels none. */
export const PRESSURE = 15;
export const NO_PRESSURE = 8;

/** Across, down, and how firmly, in page units: whole numbers. */
export type InkPoint = readonly [x: number, y: number, pressure: number];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/**
 * Points as text: the differences from one to the next, zigzag-coded, in groups of five bits, each a character whose sixth bit says that
 * more follow (as Google's polyline format does, in letters that JSON leaves alone). A point of handwriting takes four or five characters.
 */
export function packPoints(points: readonly InkPoint[]): string {
  const last = [0, 0, NO_PRESSURE];
  let packed = '';
  for (const point of points) {
    for (const [axis, value] of point.entries()) {
      packed += packedNumber(value - (last[axis] ?? 0));
      last[axis] = value;
    }
  }
  return packed;
}

/** The points again; null where the text is none of `packPoints`, or a point lies outside of any page. */
export function unpackPoints(packed: string): readonly InkPoint[] | null {
  const points: InkPoint[] = [];
  let [x, y, pressure] = [0, 0, NO_PRESSURE];
  const differences: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of packed) {
    const digit = VALUES.get(character);
    if (digit === undefined || shift > 15) return null;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    differences.push(value & 1 ? -((value + 1) >> 1) : value >> 1);
    [value, shift] = [0, 0];
    if (differences.length < 3) continue;
    const [across = 0, down = 0, firmer = 0] = differences.splice(0);
    [x, y, pressure] = [x + across, y + down, pressure + firmer];
    const inside = x >= 0 && x <= PAGE_WIDTH && y >= 0 && y <= PAGE_HEIGHT && pressure >= 0 && pressure <= PRESSURE;
    if (!inside || points.length === INK_LIMITS.points) return null;
    points.push([x, y, pressure]);
  }
  return shift === 0 && differences.length === 0 ? points : null;
}

function packedNumber(difference: number): string {
  let value = difference < 0 ? -2 * difference - 1 : 2 * difference;
  let packed = '';
  while (value > 31) {
    packed += DIGITS[(value & 31) | 32];
    value >>= 5;
  }
  return packed + DIGITS[value];
}
