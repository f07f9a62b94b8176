import { LEAD_PEER, type PeerId } from '../../ids.ts';
import type { Command } from '../../protocol/commands.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { leadsOnPage } from '../acting/leads-on-page.ts';
import { entryOf } from '../entry-of.ts';
import { EMPTY_SHEET, type InkSheet, strokeKey } from '../ink/ink.ts';
import { costOf, INK_LIMITS } from '../ink/ink-limits.ts';
import { unpackPoints } from '../ink/ink-points.ts';
import { pointsOf } from '../ink/ink-tool.ts';
import { lastAct } from '../ink/last-act.ts';
import { mayDraw } from '../ink/may-draw.ts';
import type { LessonState } from '../state.ts';
import { happen, type Outcome, unless } from './outcome.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

const sheetOf = ({ ink }: LessonState, name: string): InkSheet => entryOf(ink.sheets, name) ?? EMPTY_SHEET;

/** Drawn, erased or taken back by this person. */
export function decideInk(state: LessonState, command: Of<'ink.draw' | 'ink.erase' | 'ink.undo'>, by: PeerId): Outcome {
  switch (command.type) {
    case 'ink.draw':
      return drawInk(state, command, by);
    case 'ink.erase':
      return eraseInk(state, command, by);
    case 'ink.undo':
      return undoInk(state, command, by);
  }
}

/** [IK1] [IK2] A stroke, now that it has ended; the one that is there already changes nothing. */
function drawInk(state: LessonState, { type: _, ...stroke }: Of<'ink.draw'>, by: PeerId): Outcome {
  const trouble = mayDraw(state, by, stroke.sheet) ?? illShaped(stroke, by);
  if (trouble) return refuse(trouble);
  const { strokes } = sheetOf(state, stroke.sheet);
  if (strokes.some((one) => strokeKey(one) === strokeKey({ by, strokeId: stroke.strokeId }))) return happen();
  const cost = costOf(stroke);
  const onSheet = strokes.reduce((sum, one) => sum + costOf(one), cost);
  return unless(
    [
      [strokes.length >= INK_LIMITS.strokes || onSheet > INK_LIMITS.sheetCharacters, 'ink/page-full'],
      [state.ink.used + cost > INK_LIMITS.lessonCharacters, 'ink/lesson-full'],
    ],
    () => happen({ type: 'ink.drawn', by, ...stroke }),
  );
}

/** [IK4] [IK14] Whole strokes go: any for whoever leads, the own ones for a classroom. Those that are gone already are left out. */
function eraseInk(state: LessonState, { sheet, strokes }: Of<'ink.erase'>, by: PeerId): Outcome {
  const trouble = mayDraw(state, by, sheet);
  if (trouble) return refuse(trouble);
  const there = sheetOf(state, sheet).strokes.filter((one) => strokes.includes(strokeKey(one)));
  if (!leadsOnPage(state, by) && there.some((one) => one.by !== by)) return refuse('ink/not-yours');
  return there.length > 0 ? happen({ type: 'ink.erased', sheet, by, strokes: there.map(strokeKey) }) : happen();
}

/** [IK4] [IK14] Whoever leads takes everything off a page. */
export function clearInk(state: LessonState, { sheet }: Of<'ink.clear'>, by: PeerId): Outcome {
  const trouble = mayDraw(state, by, sheet);
  if (trouble) return refuse(trouble);
  return sheetOf(state, sheet).strokes.length > 0 ? happen({ type: 'ink.cleared', sheet, by }) : happen();
}

/** [IK5] The latest that this person did on this page is taken back; where there is nothing, nothing changes. */
function undoInk(state: LessonState, { sheet: name }: Of<'ink.undo'>, by: PeerId): Outcome {
  const trouble = mayDraw(state, by, name);
  if (trouble) return refuse(trouble);
  const sheet = sheetOf(state, name);
  const act = sheet.acts[lastAct(sheet, by)];
  if (!act) return happen();
  const back = 'erased' in act ? act.erased.length : 0;
  if (sheet.strokes.length + back > INK_LIMITS.strokes) return refuse('ink/page-full');
  return happen({ type: 'ink.undone', sheet: name, by });
}

/** What is written is the lead teacher's alone; a shape has two points, a text one. */
function illShaped({ tool, points, text }: Omit<Of<'ink.draw'>, 'type'>, by: PeerId): Refusal | null {
  const wanted = pointsOf(tool);
  if ((tool === 'text') !== (text !== null)) return 'malformed';
  if (wanted !== null && unpackPoints(points)?.length !== wanted) return 'malformed';
  return tool === 'text' && by !== LEAD_PEER ? 'not-allowed' : null;
}
