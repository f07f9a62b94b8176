import { strokeKey } from '../lesson/ink/ink.ts';
import { packPoints } from '../lesson/ink/ink-points.ts';
import { openSheets } from '../lesson/ink/open-sheets.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Command } from '../protocol/commands.ts';
import type { Actor } from '../roles.ts';
import { board, LEAD } from './lesson-driver.ts';

type Move = readonly [Actor, (state: LessonState) => Command];

const NOWHERE = 'paper:nowhere';
const POINTS = packPoints([
  [100, 100, 8],
  [300, 250, 9],
  [900, 700, 4],
]);

/** A stroke of this name on the first or last sheet that is open now. */
export function inkOn(state: LessonState, strokeId: string, last = false): Extract<Command, { type: 'ink.draw' }> {
  const sheets = openSheets(state);
  const sheet = sheets[last ? sheets.length - 1 : 0] ?? NOWHERE;
  return { type: 'ink.draw', sheet, strokeId, tool: 'pen', colour: 1, width: 40, points: POINTS, text: null };
}

const nameOf = ({ ink }: LessonState) => `s${ink.used}`;
const sheetOf = (state: LessonState) => openSheets(state)[0] ?? NOWHERE;
const strokesOf = (state: LessonState) => (state.ink.sheets[sheetOf(state)]?.strokes ?? []).map(strokeKey);

/** Everything that touches ink, pens and papers, by the lead teacher and the boards of `r1` and `r2`. */
export const inkMoves: readonly Move[] = [
  ...[LEAD, LEAD, board('r1'), board('r2')].flatMap((actor): Move[] => [
    [actor, (state) => inkOn(state, nameOf(state))],
    [actor, (state) => inkOn(state, nameOf(state), true)],
    [actor, (state) => ({ type: 'ink.undo', sheet: sheetOf(state) })],
    [
      actor,
      (state) => ({ type: 'ink.erase', sheet: sheetOf(state), strokes: ['gone:s', ...strokesOf(state).slice(0, 2)] }),
    ],
  ]),
  [LEAD, (state) => ({ type: 'ink.clear', sheet: sheetOf(state) })],
  [LEAD, () => ({ type: 'pens.set', classroomIds: ['r1'], sides: false })],
  [LEAD, () => ({ type: 'pens.set', classroomIds: ['r1', 'r2'], sides: true })],
  [LEAD, () => ({ type: 'pens.set', classroomIds: [], sides: false })],
  [LEAD, () => ({ type: 'page.zoom', region: { x: 2_000, y: 1_000, size: 4_000 } })],
  [LEAD, () => ({ type: 'paper.add', photo: null })],
  [
    LEAD,
    ({ papers }) => ({ type: 'paper.show', paperId: papers.shown === null ? (papers.all[0]?.paperId ?? 'p') : null }),
  ],
];
