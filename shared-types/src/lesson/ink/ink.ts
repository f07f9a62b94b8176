import type { ClassroomId, PeerId } from '../../ids.ts';
import type { InkTool } from './ink-tool.ts';
import type { Region } from './region.ts';

/** With what a stroke is drawn. */
export interface InkPen {
  readonly tool: InkTool;
  /** An index of the palette that all screens have. */
  readonly colour: number;
  /** In page units. */
  readonly width: number;
}

/** A stroke as a page holds it; `by` and `strokeId` together name it. */
export interface InkStroke extends InkPen {
  /** The person's own name for it, by which an unfinished stroke is told apart. */
  readonly strokeId: string;
  readonly by: PeerId;
  /** See `packPoints`. */
  readonly points: string;
  /** Of the tool `text` only. */
  readonly text: string | null;
  /** Strokes lie on each other in this order. */
  readonly order: number;
}

/** What somebody did on a sheet, to be undone: drew a stroke, or took strokes away. */
export type InkAct =
  | { readonly by: PeerId; readonly drew: string }
  | { readonly by: PeerId; readonly erased: readonly InkStroke[] };

/** One page's ink. */
export interface InkSheet {
  readonly strokes: readonly InkStroke[];
  /** The latest ones, in the order in which they were done. */
  readonly acts: readonly InkAct[];
}

/** All ink of a lesson, and who may draw. */
export interface Ink {
  /** By the sheet's name: see `openSheets`. */
  readonly sheets: Readonly<Record<string, InkSheet>>;
  /** Characters of all strokes that were ever drawn. */
  readonly used: number;
  /** The classrooms that have the pen; with `sides`, left and right. */
  readonly pens: readonly ClassroomId[];
  /** The page stands twice, one half for each of two classrooms. */
  readonly sides: boolean;
  /** The part of the page that everybody sees; null for all of it. */
  readonly zoom: Region | null;
}

export const NO_INK: Ink = { sheets: {}, used: 0, pens: [], sides: false, zoom: null };
export const EMPTY_SHEET: InkSheet = { strokes: [], acts: [] };

/** The name of a stroke among all of its sheet. */
export function strokeKey({ by, strokeId }: Pick<InkStroke, 'by' | 'strokeId'>): string {
  return `${by}:${strokeId}`;
}
