import { expect, test } from 'vitest';
import { board, createFixture } from '../testing/fixtures.ts';
import { stillsWanted } from './teacher-stills.ts';

test('[WL7] the lead teacher’s picture goes as stills while a classroom that is here stands on D', () => {
  const fixture = createFixture();
  const wanted = () => stillsWanted(fixture.state());
  fixture.report({ type: 'link.report', peerId: 'c2', down: 'E', up: 'full' });
  expect(wanted()).toBe(false);
  fixture.report({ type: 'link.report', peerId: 'c1', down: 'D', up: 'full' });
  expect(wanted()).toBe(true);
  fixture.send(board('c1'), { type: 'classroom.leave' });
  expect(wanted()).toBe(false);
});
