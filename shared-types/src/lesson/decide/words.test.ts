import { describe, expect, it } from 'vitest';
import { command } from '../../protocol/commands.ts';
import { board, guest, LEAD, LessonDriver, pupil, shared } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { lessonEvent } from '../events.ts';
import { evolveAll } from '../fold.ts';
import { EMPTY_LESSON } from '../state.ts';
import { LEAD_WORDS, MOST_WAITING, OUTCOME_MS, ROOM_WORDS, type RoomWord, WORD_MS } from '../words/teachers-word.ts';

const say = (word: Exclude<RoomWord, 'call-on'>) => ({ type: 'word.say', word }) as const;
const callOn = (seatId: string) => ({ type: 'word.say', word: 'call-on', seatId }) as const;
const sayTo = (classroomId: string, word: (typeof LEAD_WORDS)[number] = 'quiet') =>
  ({ type: 'word.say-to', classroomId, word }) as const;
const see = (wordId: string) => ({ type: 'word.acknowledge', wordId }) as const;
const phone = { role: 'phone', classroomId: 'r1', deviceId: 'phone-r1' } as const;

/** As `r1 slower`, in their order; seen ones with a tick, missed ones with a cross. */
const MARKS = { waiting: '', seen: ' ✓', missed: ' ✗' } as const;
const words = ({ state }: LessonDriver) =>
  state.words.map(({ classroomId, word, state: mark }) => `${classroomId} ${word}${MARKS[mark]}`);
const idOf = ({ state }: LessonDriver, word: string) => state.words.find((one) => one.word === word)?.wordId ?? '';

describe('words between the teachers', () => {
  it('[TW1] the assistant says each of six words from board and phone, the lead teacher each of five to one classroom', () => {
    for (const word of ROOM_WORDS) {
      for (const actor of [board('r1'), phone]) {
        const lesson = LessonDriver.live('r1-s1');
        expect(lesson.do(actor, word === 'call-on' ? callOn('r1-s1') : say(word))).toBeNull();
        expect(words(lesson)).toEqual([`r1 ${word}`]);
      }
    }
    for (const word of LEAD_WORDS) {
      const lesson = LessonDriver.live();
      expect(lesson.do(LEAD, sayTo('r2', word))).toBeNull();
      expect(lesson.state.words).toMatchObject([
        { classroomId: 'r2', from: 'lead', word, seatId: null, state: 'waiting' },
      ]);
    }
  });

  it('[TW1] free text and the other side’s words are malformed', () => {
    for (const word of ['', 'quiet', 'hello', '慢一点']) {
      expect(command.safeParse({ type: 'word.say', word }).success).toBe(false);
    }
    expect(command.safeParse({ type: 'word.say', word: 'slower', text: 'x' }).success).toBe(false);
    expect(command.safeParse({ type: 'word.say-to', classroomId: 'r1', word: 'slower' }).success).toBe(false);
  });

  it('[TW1] nobody else says one or acknowledges one, and another teacher does not either', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, sayTo('r1'));
    const { state } = lesson;
    const [{ wordId } = { wordId: '' }] = state.words;
    for (const actor of [pupil('r1-s1'), guest('r1', 'd9'), shared('r1', 't1')]) {
      for (const asked of [say('slower'), sayTo('r1'), see(wordId)])
        expect(lesson.do(actor, asked)).toBe('not-allowed');
    }
    expect(lesson.do(LEAD, say('slower'))).toBe('not-allowed');
    expect(lesson.do(board('r1'), sayTo('r1'))).toBe('not-allowed');
    const other = { ...LEAD, staffId: 'other' } as typeof LEAD;
    expect(lesson.do(other, sayTo('r1'))).toBe('not-allowed');
    expect(lesson.state).toBe(state);
  });

  it('[TW1] words go before the lesson and in it, not after it, not to the own class, not while a room has left', () => {
    const lesson = new LessonDriver();
    expect(lesson.do(board('r1'), say('ready'))).toBeNull();
    expect(lesson.do(LEAD, sayTo('own'))).toBe('not-allowed');
    expect(lesson.do(board('own'), say('slower'))).toBe('not-allowed');
    expect(lesson.do(LEAD, sayTo('nowhere'))).toBe('classroom/unknown');
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.do(board('r2'), { type: 'classroom.leave' });
    expect(lesson.do(LEAD, sayTo('r2'))).toBe('classroom/not-here');
    expect(lesson.do(board('r2'), say('again'))).toBe('classroom/not-here');
    lesson.do(board('r2'), { type: 'board.ready' });
    expect(lesson.do(board('r2'), say('again'))).toBeNull();
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.do(board('r1'), say('again'))).toBe('lesson/ended');
  });

  it('[TW2] a word that nobody acknowledges waits two minutes, and the log alone brings it back', () => {
    const lesson = LessonDriver.live();
    lesson.do(board('r1'), say('cannot-hear'));
    expect(nextDeadline(lesson.state)).toBe(lesson.now + WORD_MS);
    lesson.wait(WORD_MS - 1);
    const stored = lesson.log.map((event) => lessonEvent.parse(JSON.parse(JSON.stringify(event))));
    expect(evolveAll(EMPTY_LESSON, stored)).toEqual(lesson.state);
    expect(words(lesson)).toEqual(['r1 cannot-hear']);
    lesson.wait(1);
    expect(words(lesson)).toEqual(['r1 cannot-hear ✗']);
    expect(nextDeadline(lesson.state)).toBe(lesson.now + OUTCOME_MS);
  });

  it('[TW2] a word that was missed says so to its sender for a while; it can be acknowledged no longer, and said again', () => {
    const lesson = LessonDriver.live();
    for (const [sender, word] of [
      [board('r1'), say('again')],
      [LEAD, sayTo('r1')],
    ] as const)
      lesson.do(sender, word);
    lesson.wait(WORD_MS);
    expect(lesson.do(LEAD, see(idOf(lesson, 'again')))).toBe('word/gone');
    expect(lesson.do(phone, see(idOf(lesson, 'quiet')))).toBe('word/gone');
    lesson.do(board('r1'), say('again'));
    expect(words(lesson)).toEqual(['r1 quiet ✗', 'r1 again']);
    lesson.wait(OUTCOME_MS);
    expect(words(lesson)).toEqual(['r1 again']);
  });

  it('[TW2] the end of the lesson, and a room that leaves it or the timetable, take their words away', () => {
    const lesson = new LessonDriver();
    for (const room of ['r1', 'r2']) lesson.do(LEAD, sayTo(room));
    lesson.prepare(lesson.planned.filter(({ classroomId }) => classroomId !== 'r1'));
    expect(words(lesson)).toEqual(['r2 quiet']);
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.do(board('r2'), { type: 'classroom.leave' });
    expect(words(lesson)).toEqual([]);
    lesson.do(board('r2'), { type: 'board.ready' });
    lesson.do(board('r2'), say('ready'));
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(words(lesson)).toEqual([]);
  });

  it('[TW3] the newest word of a kind from a room replaces the older one and stands last', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    lesson.do(board('r1'), callOn('r1-s1'));
    lesson.do(board('r2'), say('slower'));
    lesson.wait(1_000);
    lesson.do(phone, callOn('r1-s2'));
    lesson.do(board('r1'), say('slower'));
    expect(words(lesson)).toEqual(['r2 slower', 'r1 call-on', 'r1 slower']);
    expect(lesson.state.words[1]).toMatchObject({ seatId: 'r1-s2', number: 2, at: lesson.now });
  });

  it('[TW3] of each side three words wait in a room at most, and the oldest gives way; seen ones do not wait', () => {
    const lesson = LessonDriver.live();
    lesson.do(LEAD, sayTo('r1'));
    lesson.do(board('r2'), say('slower'));
    for (const word of ['slower', 'again', 'cannot-see', 'cannot-hear'] as const) lesson.do(board('r1'), say(word));
    expect(words(lesson)).toEqual(['r1 quiet', 'r2 slower', 'r1 again', 'r1 cannot-see', 'r1 cannot-hear']);
    expect(words(lesson).filter((one) => one.startsWith('r1') && !one.endsWith('quiet'))).toHaveLength(MOST_WAITING);
    lesson.do(LEAD, see(idOf(lesson, 'again')));
    lesson.do(board('r1'), say('ready'));
    expect(words(lesson).slice(2)).toEqual(['r1 again ✓', 'r1 cannot-see', 'r1 cannot-hear', 'r1 ready']);
  });

  it('[TW4] whom a word is for acknowledges it once, its sender sees so for 20 s, and what is gone is refused', () => {
    const lesson = LessonDriver.live();
    lesson.do(board('r1'), say('slower'));
    lesson.do(LEAD, sayTo('r1'));
    const [mine, yours] = [idOf(lesson, 'quiet'), idOf(lesson, 'slower')];
    expect(lesson.do(board('r1'), see(yours))).toBe('word/gone');
    expect(lesson.do(LEAD, see(mine))).toBe('word/gone');
    expect(lesson.do(board('r2'), see(mine))).toBe('word/gone');
    expect(lesson.do(LEAD, see(yours))).toBeNull();
    expect(lesson.do(phone, see(mine))).toBeNull();
    const { length } = lesson.log;
    expect(lesson.do(board('r1'), see(mine))).toBeNull();
    expect(lesson.log).toHaveLength(length);
    lesson.wait(OUTCOME_MS - 1);
    expect(words(lesson)).toEqual(['r1 slower ✓', 'r1 quiet ✓']);
    lesson.wait(1);
    expect(words(lesson)).toEqual([]);
    expect(lesson.do(LEAD, see(yours))).toBe('word/gone');
  });

  it('[TW4] a turn for the pupil that was asked for acknowledges the word, and one for another does not', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    lesson.do(board('r1'), callOn('r1-s2'));
    lesson.do(board('r1'), say('slower'));
    const give = (seatId: string | null) => ({ type: 'turn.give', classroomId: 'r1', seatId, seconds: 30 }) as const;
    lesson.do(LEAD, give('r1-s1'));
    lesson.do(LEAD, give(null));
    expect(words(lesson)).toEqual(['r1 call-on', 'r1 slower']);
    lesson.do(LEAD, give('r1-s2'));
    expect(words(lesson)).toEqual(['r1 call-on ✓', 'r1 slower']);
  });

  it('[TW5] a pupil is asked for by the seat, one of the own room; no other word names one, and no event a name', () => {
    const lesson = LessonDriver.live('r1-s1');
    for (const seatId of ['r2-s1', 'own-s1', 'nobody']) {
      expect(lesson.do(board('r1'), callOn(seatId))).toBe('seat/unknown');
    }
    expect(lesson.do(board('r1'), { type: 'word.say', word: 'call-on' })).toBe('seat/unknown');
    lesson.do(board('r1'), callOn('r1-s3'));
    lesson.do(board('r1'), { type: 'word.say', word: 'slower', seatId: 'r1-s1' });
    expect(lesson.state.words).toMatchObject([
      { word: 'call-on', seatId: 'r1-s3', number: 3 },
      { word: 'slower', seatId: null, number: null },
    ]);
    const said = lesson.log.filter(({ type }) => type.startsWith('word.'));
    const fields = new Set(said.flatMap((event) => Object.keys(event)));
    expect([...fields].sort()).toEqual(
      ['at', 'classroomId', 'from', 'number', 'seatId', 'type', 'until', 'word', 'wordId'].sort(),
    );
  });
});
