import { expect, test } from 'vitest';
import { board, createFixture, LEAD, seatIdOf } from '../../testing/fixtures.ts';
import { roomsOf, wordLines } from './word-lines.ts';

test('[TW3] the newest word stands first, and classrooms that say the same share a line', () => {
  const fixture = createFixture({ classrooms: 50, pupils: 2 });
  for (let nth = 1; nth <= 50; nth += 1) fixture.send(board(`c${nth}`), { type: 'word.say', word: 'cannot-hear' });
  fixture.wait(1000);
  fixture.send(board('c3'), { type: 'word.say', word: 'slower' });
  fixture.send(board('c4'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c4', 1) });
  fixture.send(board('c5'), { type: 'word.say', word: 'call-on', seatId: seatIdOf('c5', 1) });
  const lines = wordLines(fixture.state());
  expect(lines.map((line) => [line.words[0].word, roomsOf(line).length])).toEqual([
    ['call-on', 1],
    ['call-on', 1],
    ['slower', 1],
    ['cannot-hear', 50],
  ]);
  expect(lines.slice(0, 2).map(roomsOf)).toEqual([['c5'], ['c4']]);
  expect(roomsOf(lines[3] as (typeof lines)[number])[0]).toBe('c50');
});

test('[TW4] what was seen, and what the lead teacher said, is no line', () => {
  const fixture = createFixture();
  fixture.send(LEAD, { type: 'word.say-to', classroomId: 'c1', word: 'quiet' });
  fixture.send(board('c1'), { type: 'word.say', word: 'slower' });
  const wordId = fixture.state().words.find(({ from }) => from === 'room')?.wordId ?? '';
  fixture.send(LEAD, { type: 'word.acknowledge', wordId });
  expect(wordLines(fixture.state())).toEqual([]);
});
