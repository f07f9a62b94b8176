import { expect, test } from 'vitest';
import { startI18n, t } from '../../i18n/i18n.ts';
import { common } from '../../i18n/words/common.ts';
import { board, createFixture, LEAD } from '../../testing/fixtures.ts';
import { drawLabels, MOST_TILES } from './draw-labels.ts';

function labels(boardOf: string, from: string | null): readonly string[] {
  startI18n({ common });
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'name.draw', classroomId: from });
  const { view, names } = fixture.snapshot(board(boardOf));
  const room = view.classrooms[boardOf];
  if (!room || !view.draw) throw new Error('Nobody was drawn.');
  return drawLabels(t, { view, room, names }, view.draw);
}

test('[FL20] [NM1] the own room sees its names flash, another the classroom and the number of who was drawn', () => {
  const own = labels('c1', 'c1');
  expect(own).toHaveLength(MOST_TILES);
  expect(own).toContain('李小明');
  expect(labels('c2', 'c1')).toEqual(['五班', '五班 1号']);
  const all = labels('c2', null);
  expect(all).toHaveLength(MOST_TILES);
  expect(all).not.toContain('李小明');
});
