import { entryOf } from '../entry-of.ts';
import type { EventOf } from '../events.ts';
import type { LessonState } from '../state.ts';
import { EMPTY_SHEET, type Ink, type InkAct, type InkSheet, strokeKey } from './ink.ts';
import { costOf, INK_LIMITS } from './ink-limits.ts';
import { lastAct } from './last-act.ts';

type InkEvent = EventOf<'ink.drawn' | 'ink.erased' | 'ink.cleared' | 'ink.undone' | 'pens.set' | 'page.zoomed'>;

/** What becomes of the lesson's ink. */
export function evolveInk(state: LessonState, event: InkEvent): LessonState {
  return { ...state, ink: next(state.ink, event) };
}

/** Another page stands there: all of it is seen. */
export function unzoomed(state: LessonState): LessonState {
  return state.ink.zoom ? { ...state, ink: { ...state.ink, zoom: null } } : state;
}

function next(ink: Ink, event: InkEvent): Ink {
  switch (event.type) {
    case 'ink.drawn': {
      const { type: _, sheet, ...drawn } = event;
      const used = ink.used + costOf(event);
      const drew = (had: InkSheet): InkSheet => ({
        strokes: [...had.strokes, { ...drawn, order: ink.used }],
        acts: withAct(had, { by: drawn.by, drew: strokeKey(drawn) }),
      });
      return { ...withSheet(ink, sheet, drew), used };
    }
    case 'ink.erased':
      return withSheet(ink, event.sheet, (had) => without(had, event.by, event.strokes));
    case 'ink.cleared':
      return withSheet(ink, event.sheet, (had) => without(had, event.by, had.strokes.map(strokeKey)));
    case 'ink.undone':
      return withSheet(ink, event.sheet, (had) => undone(had, event.by));
    case 'pens.set':
      return { ...ink, pens: event.classroomIds, sides: event.sides };
    case 'page.zoomed':
      return { ...ink, zoom: event.region };
  }
}

function withSheet(ink: Ink, name: string, change: (sheet: InkSheet) => InkSheet): Ink {
  return { ...ink, sheets: { ...ink.sheets, [name]: change(entryOf(ink.sheets, name) ?? EMPTY_SHEET) } };
}

function withAct({ acts }: InkSheet, act: InkAct): readonly InkAct[] {
  return [...acts, act].slice(-INK_LIMITS.acts);
}

function without(sheet: InkSheet, by: string, keys: readonly string[]): InkSheet {
  const gone = new Set(keys);
  return {
    strokes: sheet.strokes.filter((stroke) => !gone.has(strokeKey(stroke))),
    acts: withAct(sheet, { by, erased: sheet.strokes.filter((stroke) => gone.has(strokeKey(stroke))) }),
  };
}

function undone(sheet: InkSheet, by: string): InkSheet {
  const at = lastAct(sheet, by);
  const act = sheet.acts[at];
  if (!act) return sheet;
  const acts = sheet.acts.filter((_, index) => index !== at);
  if ('drew' in act) return { acts, strokes: sheet.strokes.filter((stroke) => strokeKey(stroke) !== act.drew) };
  return { acts, strokes: [...sheet.strokes, ...act.erased].sort((one, other) => one.order - other.order) };
}
