import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../protocol/commands.ts';
import type { Actor } from '../../roles.ts';
import { inkOn } from '../../testing/ink-moves.ts';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { ask, TASKS } from '../../testing/questions.ts';
import { CHOICES } from '../choices.ts';
import { LEAD_GRACE_MS, nextDeadline } from '../deadlines.ts';
import { evolveAll } from '../fold.ts';
import { strokeKey } from '../ink/ink.ts';
import { packPoints } from '../ink/ink-points.ts';
import { openSheets } from '../ink/open-sheets.ts';
import { mayPublish } from '../media-rules.ts';
import { nameRight } from '../names.ts';
import { UNPREPARED } from '../question/unprepared.ts';
import { EMPTY_LESSON } from '../state.ts';
import { viewFor } from '../view.ts';

const phone = (classroomId: string): Actor => ({ role: 'phone', classroomId, deviceId: `phone-${classroomId}` });
const leadCame = { type: 'peer.came', peer: { kind: 'lead' } } as const;
const leadWent = { type: 'peer.went', peer: { kind: 'lead' }, cause: 'link' } as const;
const assistant = (classroomId: string) => ({ kind: 'assistant', classroomId }) as const;
const gone = (classroomId: string) => ({ type: 'peer.went', peer: assistant(classroomId), cause: 'link' }) as const;
const give = (classroomId: string, seatId: string | null = null) =>
  ({ type: 'turn.give', classroomId, seatId, seconds: null }) as const;
type OpenQuestion = Extract<Command, { type: 'question.open' }>;
const CHOICES_NOW: OpenQuestion = {
  ...UNPREPARED,
  task: { kind: 'single', choices: CHOICES.map((key) => ({ key, text: '' })), correct: null },
  seconds: 30,
};
const TRUE_FALSE: OpenQuestion = { ...UNPREPARED, task: { kind: 'true-false', correct: null }, seconds: 30 };
const BUZZER: Command = { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 20 };

/** A running lesson whose lead teacher is missed. */
function missed(...seatIds: readonly string[]): LessonDriver {
  const lesson = LessonDriver.live(...seatIds);
  lesson.server(leadCame);
  lesson.server(leadWent);
  lesson.wait(LEAD_GRACE_MS);
  return lesson;
}

/** …and in which r1 leads. */
function acting(...seatIds: readonly string[]): LessonDriver {
  const lesson = missed(...seatIds);
  expect(lesson.do(phone('r1'), { type: 'lead.take' })).toBeNull();
  return lesson;
}

const roundOf = ({ state }: LessonDriver) => state.round?.roundId ?? '';

describe('who leads', () => {
  it('[LD3] the first classroom that asks leads, and nobody does before the lead teacher is missed', () => {
    const lesson = LessonDriver.live();
    lesson.server(leadCame);
    expect(lesson.do(phone('r1'), { type: 'lead.take' })).toBe('lead/here');
    lesson.server(leadWent);
    lesson.wait(LEAD_GRACE_MS - 1);
    expect(lesson.do(board('r1'), { type: 'lead.take' })).toBe('lead/here');
    lesson.wait(1);
    expect(lesson.do(pupil('r1-s1'), { type: 'lead.take' })).toBe('not-allowed');
    expect(lesson.do(LEAD, { type: 'lead.take' })).toBe('not-allowed');
    expect(lesson.do(board('r1'), { type: 'lead.take' })).toBeNull();
    expect(lesson.state.acting).toEqual({ by: 'r1', awaySince: null });
    const { length } = lesson.log;
    expect(lesson.do(phone('r1'), { type: 'lead.take' })).toBeNull();
    expect(lesson.do(phone('r2'), { type: 'lead.take' })).toBe('lead/taken');
    expect(lesson.log).toHaveLength(length);
  });

  it('[LD3] a room that has left, and any room before the start and after the end, cannot lead', () => {
    const lesson = missed();
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.do(phone('r1'), { type: 'lead.take' })).toBe('classroom/not-here');
    expect(new LessonDriver().do(phone('r1'), { type: 'lead.take' })).toBe('lesson/not-live');
    expect(new LessonDriver().do(LEAD, { type: 'lead.hand', to: 'r1' })).toBe('lesson/not-live');
    lesson.server(leadCame);
    lesson.do(LEAD, { type: 'lesson.end' });
    expect(lesson.do(phone('r2'), { type: 'lead.take' })).toBe('lesson/ended');
  });

  it('[LD3] [LD5] the lead teacher hands the lead to a classroom that is here, to another one, and takes it back', () => {
    const lesson = LessonDriver.live();
    lesson.server(leadCame);
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'nowhere' })).toBe('classroom/unknown');
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'own' })).toBe('classroom/not-here');
    expect(lesson.do(board('r1'), { type: 'lead.hand', to: 'r1' })).toBe('not-allowed');
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'r1' })).toBeNull();
    expect(lesson.do(LEAD, { type: 'lead.hand', to: 'r2' })).toBeNull();
    expect(lesson.state.acting?.by).toBe('r2');
    expect(lesson.do(board('r1'), give('r2'))).toBe('not-allowed');
    expect(lesson.do(board('r2'), give('r1'))).toBeNull();
    // Both lead: what the lead teacher does goes on as ever.
    expect(lesson.do(LEAD, give('own'))).toBeNull();
    expect(lesson.do(board('r2'), { type: 'lead.take-back' })).toBe('not-allowed');
    expect(lesson.do(LEAD, { type: 'lead.take-back' })).toBeNull();
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [{ classroomId: 'own' }] } });
    expect(lesson.do(board('r2'), give('r1'))).toBe('not-allowed');
    const { length } = lesson.log;
    expect(lesson.do(LEAD, { type: 'lead.take-back' })).toBeNull();
    expect(lesson.log).toHaveLength(length);
  });

  it('[LD5] a lead teacher who comes back leads again with one tap, and not by coming', () => {
    const lesson = acting();
    lesson.do(phone('r1'), give('r2'));
    lesson.server(leadCame);
    lesson.wait(60_000);
    expect(lesson.state.acting?.by).toBe('r1');
    expect(lesson.state.floor.turns).toHaveLength(1);
    lesson.do(LEAD, { type: 'lead.take-back' });
    expect(lesson.state.acting).toBeNull();
    expect(lesson.state.floor.turns).toHaveLength(1);
  });

  it('[LD5] it ends 10 s after the last screen of the room went, and all turns with it while the lead teacher is missed', () => {
    const lesson = acting();
    lesson.do(phone('r1'), give('r2'));
    lesson.server(gone('r2'));
    lesson.server(gone('r1'));
    lesson.wait(LEAD_GRACE_MS - 1);
    lesson.server({ type: 'peer.came', peer: assistant('r1') });
    lesson.wait(LEAD_GRACE_MS);
    expect(lesson.state).toMatchObject({ acting: { by: 'r1', awaySince: null } });
    lesson.server(gone('r1'));
    expect(nextDeadline(lesson.state)).toBe(lesson.now + LEAD_GRACE_MS);
    expect(mayPublish(lesson.state, 'r2', 'microphone', lesson.now + LEAD_GRACE_MS - 1)).toBeNull();
    expect(mayPublish(lesson.state, 'r2', 'microphone', lesson.now + LEAD_GRACE_MS)).toBe('media/no-turn');
    const { length } = lesson.log;
    lesson.wait(LEAD_GRACE_MS);
    expect(lesson.log.slice(length)).toMatchObject([
      { type: 'acting.ended', cause: 'link' },
      { type: 'turn.ended', cause: 'lead-away' },
    ]);
    expect(nextDeadline(lesson.state)).toBeGreaterThan(lesson.now + 60_000);
    expect(lesson.do(phone('r2'), { type: 'lead.take' })).toBeNull();
  });

  it('[LD5] where the lead teacher is here, the turns outlive the acting lead', () => {
    const lesson = LessonDriver.live();
    lesson.server(leadCame);
    lesson.do(LEAD, { type: 'lead.hand', to: 'r1' });
    lesson.do(board('r1'), give('r2'));
    lesson.server(gone('r1'));
    lesson.wait(LEAD_GRACE_MS);
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [{ classroomId: 'r2' }] } });
  });

  it('[LD1] [LD5] both gone at once: all turns end once, as soon as both are missed', () => {
    const lesson = LessonDriver.live();
    lesson.server(leadCame);
    lesson.do(LEAD, { type: 'lead.hand', to: 'r1' });
    lesson.do(board('r1'), give('r2'));
    lesson.server(leadWent);
    lesson.server(gone('r1'));
    const { length } = lesson.log;
    lesson.wait(LEAD_GRACE_MS);
    expect(lesson.log.slice(length).map(({ type }) => type)).toEqual(['acting.ended', 'turn.ended', 'lead.missed']);
  });

  it('[LD1] where somebody leads when the lead teacher is missed, the turns go on', () => {
    const lesson = LessonDriver.live();
    lesson.server(leadCame);
    lesson.do(LEAD, { type: 'lead.hand', to: 'r1' });
    lesson.do(LEAD, give('r2'));
    lesson.server(leadWent);
    lesson.wait(LEAD_GRACE_MS);
    expect(lesson.state).toMatchObject({ leadMissed: true, floor: { turns: [{ classroomId: 'r2' }] } });
    expect(mayPublish(lesson.state, 'r2', 'microphone', lesson.now)).toBeNull();
  });

  it('[LD5] whoever leads gives the lead back: turns end where the lead teacher is missed, and go on where not', () => {
    const lesson = acting();
    lesson.do(phone('r1'), give('r2'));
    expect(lesson.do(board('r2'), { type: 'lead.give-back' })).toBeNull();
    expect(lesson.state.acting?.by).toBe('r1');
    expect(lesson.do(LEAD, { type: 'lead.give-back' })).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), { type: 'lead.give-back' })).toBe('not-allowed');
    expect(lesson.do(board('r1'), { type: 'lead.give-back' })).toBeNull();
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [] }, leadMissed: true });
    expect(lesson.do(board('r1'), give('r2'))).toBe('not-allowed');
    expect(lesson.do(phone('r2'), { type: 'lead.take' })).toBeNull();

    lesson.server(leadCame);
    lesson.do(board('r2'), give('r1'));
    lesson.do(phone('r2'), { type: 'lead.give-back' });
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [{ classroomId: 'r1' }] } });
    expect(evolveAll(EMPTY_LESSON, lesson.log)).toEqual(lesson.state);
  });

  it('[LD5] it ends when the room leaves, and with the lesson', () => {
    const lesson = acting();
    lesson.do(phone('r1'), give('r1'));
    lesson.do(board('r1'), { type: 'classroom.leave' });
    expect(lesson.state).toMatchObject({ acting: null, floor: { turns: [] } });
    const other = acting();
    other.server(leadCame);
    other.do(LEAD, { type: 'lesson.end' });
    expect(other.state.acting).toBeNull();
    expect(nextDeadline(other.state)).toBeNull();
  });

  it('[LD5] the log alone tells who leads', () => {
    const lesson = acting();
    lesson.server(gone('r1'));
    expect(evolveAll(EMPTY_LESSON, lesson.log)).toEqual(lesson.state);
  });
});

describe('the acting lead', () => {
  it('[LD4] gives and ends turns of any classroom, and calls pupils of the own room only', () => {
    const lesson = acting('r1-s1', 'r2-s1');
    expect(lesson.do(phone('r1'), give('r2'))).toBeNull();
    expect(lesson.do(board('r1'), { type: 'turn.end', turnId: lesson.state.floor.turns[0]?.turnId ?? '' })).toBeNull();
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'turn.ended', cause: 'teacher' });
    expect(lesson.do(phone('r1'), give('r1', 'r1-s1'))).toBeNull();
    expect(lesson.do(phone('r1'), give('r2', 'r2-s1'))).toBe('not-allowed');
    expect(lesson.do(phone('r1'), { ...give('r2'), listen: true })).toBe('not-allowed');
    lesson.wait(60_000);
    expect(lesson.state.floor.turns).toMatchObject([{ classroomId: 'r1', seatId: 'r1-s1' }]);
  });

  it('[LD4] asks A–D and true or false, closes, reveals and clears them, and opens a buzzer', () => {
    const lesson = acting('r2-s1');
    for (const question of [CHOICES_NOW, TRUE_FALSE]) {
      expect(lesson.do(phone('r1'), question)).toBeNull();
      expect(lesson.do(phone('r1'), { type: 'round.close', roundId: roundOf(lesson) })).toBeNull();
      lesson.wait(2_000);
      expect(lesson.do(board('r1'), { type: 'question.reveal', roundId: roundOf(lesson) })).toBeNull();
      expect(lesson.do(board('r1'), { type: 'round.dismiss', roundId: roundOf(lesson) })).toBeNull();
    }
    expect(lesson.do(phone('r1'), BUZZER)).toBeNull();
    lesson.wait(3_000);
    expect(lesson.state.round).toMatchObject({ kind: 'buzzer', phase: 'open' });
    expect(lesson.do(phone('r1'), { type: 'round.close', roundId: roundOf(lesson) })).toBeNull();
    expect(lesson.do(phone('r1'), { type: 'round.dismiss', roundId: roundOf(lesson) })).toBeNull();
    expect(lesson.state.round).toBeNull();
  });

  it('[LD4] turns pages, puts them away and brings them back, and chooses no other slides', () => {
    const lesson = acting();
    const turn = { type: 'page.turn', page: 2 } as const;
    expect(lesson.do(phone('r1'), turn)).toBe('deck/none');
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
    expect(lesson.do(phone('r2'), turn)).toBe('not-allowed');
    expect(lesson.do(phone('r1'), turn)).toBeNull();
    expect(lesson.do(board('r1'), { type: 'slides.show', shown: false })).toBeNull();
    expect(lesson.state.slide).toMatchObject({ page: 2, shown: false });
    expect(lesson.do(board('r1'), { type: 'slides.show', shown: true })).toBeNull();
    expect(lesson.do(phone('r1'), { type: 'deck.choose', deckId: 'd2' })).toBe('not-allowed');
  });

  it('[IK14] draws, erases any stroke, undoes the own, clears, and writes no words; with the lead it is over', () => {
    const lesson = acting();
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
    const sheet = 'deck:d1:1';
    const keys = () => (lesson.state.ink.sheets[sheet]?.strokes ?? []).map(strokeKey);
    lesson.do(LEAD, inkOn(lesson.state, 'a', false));
    for (const actor of [phone('r2'), board('r2')]) {
      expect(lesson.do(actor, inkOn(lesson.state, 'x', false))).toBe(
        actor.role === 'phone' ? 'not-allowed' : 'ink/no-pen',
      );
    }
    expect(lesson.do(phone('r1'), inkOn(lesson.state, 'b', false))).toBeNull();
    expect(lesson.do(board('r1'), inkOn(lesson.state, 'c', false))).toBeNull();
    expect(keys()).toEqual(['lead:a', 'r1:b', 'r1:c']);
    expect(lesson.do(phone('r1'), { type: 'ink.undo', sheet })).toBeNull();
    expect(lesson.do(phone('r1'), { type: 'ink.erase', sheet, strokes: ['lead:a'] })).toBeNull();
    expect(keys()).toEqual(['r1:b']);
    expect(lesson.do(board('r1'), { type: 'ink.clear', sheet })).toBeNull();
    expect(keys()).toEqual([]);
    const written = {
      ...inkOn(lesson.state, 'd', false),
      tool: 'text',
      points: packPoints([[1, 1, 8]]),
      text: '看这里',
    } as const;
    expect(lesson.do(phone('r1'), written)).toBe('not-allowed');
    const forbidden: readonly Command[] = [
      { type: 'page.zoom', region: null },
      { type: 'pens.set', classroomIds: ['r2'], sides: false },
      { type: 'paper.add', photo: null },
    ];
    for (const command of forbidden) {
      expect(lesson.do(board('r1'), command)).toBe('not-allowed');
    }
    lesson.do(phone('r1'), inkOn(lesson.state, 'e', false));
    lesson.do(phone('r1'), { type: 'lead.give-back' });
    expect(lesson.do(board('r1'), inkOn(lesson.state, 'f', false))).toBe('ink/no-pen');
    for (const command of [inkOn(lesson.state, 'f', false), { type: 'ink.clear', sheet } as const]) {
      expect(lesson.do(phone('r1'), command)).toBe('not-allowed');
    }
    expect(lesson.do(board('r1'), { type: 'ink.clear', sheet })).toBe('not-allowed');
    expect(keys()).toEqual(['r1:e']);
  });

  it('[IK14] draws on both halves of a divided page', () => {
    const lesson = acting();
    lesson.server({ type: 'deck.put', deckId: 'd1', title: '认识分数', pages: 3 });
    lesson.do(LEAD, { type: 'pens.set', classroomIds: ['r1', 'r2'], sides: true });
    expect(openSheets(lesson.state)).toHaveLength(2);
    for (const [at, sheet] of openSheets(lesson.state).entries()) {
      expect(lesson.do(phone('r1'), { ...inkOn(lesson.state, `s${at}`, false), sheet })).toBeNull();
    }
  });

  it('[LD4] puts no written words on other rooms’ screens, and does nothing else of the lead teacher’s', () => {
    const lesson = acting('r2-s1');
    const { state } = lesson;
    const forbidden: readonly Command[] = [
      { ...CHOICES_NOW, prompt: '看这里' },
      { ...CHOICES_NOW, picture: 'ab'.repeat(32) },
      { ...TRUE_FALSE, explanation: '因为' },
      ...[TASKS.single, TASKS.multiple, TASKS.text, TASKS.photo].map((task) => ask(task, { prompt: '' })),
      { type: 'buzzer.open', mode: 'pupil', prompt: '看这里', seconds: 20 },
      { type: 'lesson.end' },
      { type: 'lead.take-back' },
      { type: 'hands.clear' },
      { type: 'lead.hand', to: 'r2' },
      { type: 'floor.open', mode: 'chorus', classroomIds: [], seconds: null },
      { type: 'name.draw', classroomId: null },
      { type: 'link.choose', classroomId: 'r2', choice: 'voice' },
      { type: 'word.say-to', classroomId: 'r2', word: 'quiet' },
      { type: 'room.reset', classroomId: 'r2' },
      { type: 'lesson.score-settings', points: false, streaks: false },
    ];
    for (const command of forbidden) {
      expect(lesson.do(phone('r1'), command)).toBe('not-allowed');
      expect(lesson.state).toBe(state);
    }
  });

  it('[LD4] [NM1] sees no more than before: no name, seat, hand or single answer of another room', () => {
    const lesson = acting('r1-s1', 'r2-s1');
    lesson.do(phone('r1'), TRUE_FALSE);
    const answer = { kind: 'true-false', value: true } as const;
    lesson.do(pupil('r2-s1'), { type: 'answer.give', roundId: roundOf(lesson), answer });
    lesson.do(pupil('r2-s1'), { type: 'hand.raise' });
    for (const viewer of [board('r1'), phone('r1')]) {
      const view = viewFor(viewer, lesson.state);
      expect(JSON.stringify(view)).not.toContain('r2-s1');
      expect(view.round).toMatchObject({ answered: { r2: 1 }, answers: {} });
      const room = lesson.state.classrooms.r2;
      expect(room && nameRight(viewer, room, false)).toBe('none');
    }
  });

  it('[LD4] whoever else tries: another room, a pupil and a tablet without a seat change nothing by it', () => {
    const others = fc.constantFrom<Actor>(
      ...[board('r2'), phone('r2'), pupil('r1-s1'), pupil('r2-s1')],
      { role: 'shared', classroomId: 'r1', tabletId: 't' },
      { role: 'guest', classroomId: 'r1', device: 'd' },
    );
    const asked = fc.constantFrom(give('r1'), give('r2'), CHOICES_NOW, TRUE_FALSE, BUZZER);
    const leads = fc.boolean();
    fc.assert(
      fc.property(others, asked, leads, (actor, command, led) => {
        const lesson = led ? acting('r1-s1', 'r2-s1') : missed('r1-s1', 'r2-s1');
        const { state } = lesson;
        expect(lesson.do(actor, command)).toBe('not-allowed');
        if (!led) expect(lesson.do(board('r1'), command)).toBe('not-allowed');
        expect(lesson.state).toBe(state);
      }),
    );
  });
});
