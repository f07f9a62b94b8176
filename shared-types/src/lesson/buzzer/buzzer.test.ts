import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver, pupil } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { lessonEvent } from '../events.ts';
import { viewFor } from '../view.ts';
import type { BuzzerMode, BuzzerRound } from './buzzer-state.ts';
import { type Entrant, entrantKey } from './entrant.ts';
import type { EntrantMeasure, Measure } from './measure.ts';
import { replayBuzzer } from './replay.ts';

const LINK: Measure = { least: 100, slack: 50, alone: false, path: 'both', late: 0 };
const numberOf = (seatId: string) => Number(seatId.split('-s')[1]);
const seat = (seatId: string): Entrant => {
  return { kind: 'seat', classroomId: seatId.split('-')[0] ?? '', seatId, number: numberOf(seatId) };
};

function open(
  seats: readonly string[],
  { mode = 'pupil' as BuzzerMode, link = LINK, teams = 2, lesson = LessonDriver.live(...seats) } = {},
) {
  lesson.do(LEAD, { type: 'buzzer.open', mode, teams, prompt: '3 × 4 = ?', seconds: 30 });
  const round = () => lesson.state.round as BuzzerRound;
  const { roundId } = round();
  const measures = seats.map((seatId): EntrantMeasure => ({ entrant: entrantKey(seat(seatId)), ...link }));
  lesson.now = round().startsAt ?? lesson.now;
  lesson.server({ type: 'buzzer.start', roundId, measures });
  /** Pressed after `reaction` and `network` ms on its way; the clock goes to its arrival. */
  const press = (entrant: Entrant, reaction: number | null, waited: number) => {
    const { startedAt } = round();
    lesson.now = Math.max(lesson.now, Math.ceil((startedAt ?? 0) + waited));
    return lesson.server({
      type: 'press.measured',
      roundId,
      entrant,
      waited,
      claimed: reaction,
      path: 'data',
      early: false,
    });
  };
  const decide = () => lesson.wait((nextDeadline(lesson.state) ?? lesson.now) - lesson.now);
  const places = () => round().order?.map(({ entrant, place }) => [entrantKey(entrant), place]);
  return { lesson, round, roundId, press, decide, places };
}

describe('a buzzer is armed and started', () => {
  it('[BZ1] only in a running lesson', () => {
    const asked = { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 } as const;
    expect(new LessonDriver().do(LEAD, asked)).toBe('lesson/not-live');
  });

  it('[BZ1] only when no other round is unfinished', () => {
    const lesson = LessonDriver.live();
    const asked = { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 } as const;
    lesson.buzzer();
    expect(lesson.do(LEAD, asked)).toBe('round/running');
    lesson.wait(30_000);
    expect(lesson.do(LEAD, asked)).toBeNull();
    expect(lesson.do(LEAD, asked)).toBe('round/running');
  });

  it('[BZ2] the cue is due after a while that no screen knows, and the prompt waits for it', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '3 × 4 = ?', seconds: 30 });
    expect(lesson.state.round).toMatchObject({ phase: 'armed', startsAt: lesson.now + 1_000 });
    for (const viewer of [LEAD, board('r1'), pupil('r1-s1')]) {
      const prompt = viewer.role === 'lead' ? '3 × 4 = ?' : '';
      expect(viewFor(viewer, lesson.state).round).toMatchObject({ startsAt: null, prompt });
    }
    lesson.wait(1_499);
    expect(lesson.state.round).toMatchObject({ phase: 'armed' });
    lesson.wait(1);
    expect(lesson.state.round).toMatchObject({ phase: 'open', startedAt: lesson.now, closesAt: lesson.now + 30_000 });
    expect(viewFor(pupil('r1-s1'), lesson.state).round).toMatchObject({ prompt: '3 × 4 = ?' });
  });

  it('[BZ2] measures are frozen with the start, in portions below 4 kB, and stay on the server', () => {
    const lesson = new LessonDriver(80);
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    const { roundId } = lesson.state.round as BuzzerRound;
    const measures = Array.from({ length: 80 }, (_, n): EntrantMeasure => {
      return {
        entrant: `seat:${'c'.repeat(16)}:${String(n).padStart(16, 's')}`,
        ...LINK,
        least: 123.456,
        slack: 101.99,
      };
    });
    lesson.server({ type: 'buzzer.start', roundId, measures });
    const round = lesson.state.round as BuzzerRound;
    expect(Object.values(round.measures)).toHaveLength(80);
    expect(Object.values(round.measures)[0]).toEqual({ ...LINK, least: 123.5, slack: 102 });
    const sizes = lesson.log.map((event) => JSON.stringify(event).length);
    expect(Math.max(...sizes)).toBeLessThan(4096);
    expect((viewFor(LEAD, lesson.state).round as BuzzerRound).measures).toEqual({});
    expect(lesson.server({ type: 'buzzer.start', roundId, measures })).toBeNull();
    expect((lesson.state.round as BuzzerRound).startedAt).toBe(round.startedAt);
  });
});

describe('a press', () => {
  it('[BZ3] of the same seat counts once, and changes nothing the second time', () => {
    const { lesson, press } = open(['r1-s1']);
    expect(press(seat('r1-s1'), 300, 400)).toBeNull();
    const before = lesson.state;
    expect(press(seat('r1-s1'), 300, 400)).toBe('buzzer/already-pressed');
    expect(lesson.state).toBe(before);
  });

  it('[BZ3] for another round, or after the close, is refused', () => {
    const { lesson, roundId, press } = open(['r1-s1']);
    const asked = { type: 'buzzer.press', shown: 0, pressed: 300 } as const;
    expect(lesson.do(pupil('r1-s1'), { ...asked, roundId: 'other' })).toBe('round/other');
    expect(press(seat('r1-s1'), 29_900, 30_000)).toBe('round/closed');
    expect(lesson.do(pupil('r1-s1'), { ...asked, roundId })).toBe('round/closed');
  });

  it('[BZ4] is believed within what its link can be, and widened by what was not', () => {
    const { round, press } = open(['r1-s1', 'r1-s2', 'r1-s3', 'r2-s1']);
    press(seat('r1-s1'), 300, 420);
    press(seat('r1-s2'), 200, 450);
    press(seat('r1-s3'), 400, 470);
    press(seat('r2-s1'), null, 500);
    expect(round().presses).toMatchObject([
      { network: 120, reaction: 300, margin: 8.375 },
      { network: 150, reaction: 300, margin: 8.375 + 100 },
      { network: 99, reaction: 371, margin: 8.375 + 29 },
      { network: 125, reaction: 375, margin: 8.375 + 25 },
    ]);
  });

  it('[BZ4] of a link that nobody measured counts by its arrival, with a wider margin', () => {
    const lesson = LessonDriver.live('r1-s1');
    const roundId = lesson.buzzer();
    lesson.wait(300);
    lesson.do(pupil('r1-s1'), { type: 'buzzer.press', roundId, shown: null, pressed: 1 });
    expect(lesson.state.round).toMatchObject({
      presses: [{ waited: 300, claimed: null, network: 12.5, reaction: 287.5, margin: 8.375 + 12.5 + 25 + 25 }],
    });
  });

  it('[BZ5] before the cue, or faster than anybody can be, locks for 250 ms', () => {
    const { lesson, round, roundId, press } = open(['r1-s1', 'r1-s2']);
    expect(press(seat('r1-s1'), 99, 200)).toBeNull();
    expect(round().presses).toEqual([]);
    expect(press(seat('r1-s1'), 300, 400)).toBe('buzzer/locked');
    lesson.now += 50;
    expect(press(seat('r1-s1'), 350, 450)).toBeNull();
    expect(round().presses).toHaveLength(1);
    const blind = { roundId, entrant: seat('r1-s2'), waited: 700, claimed: 600, path: 'data', early: true } as const;
    lesson.server({ type: 'press.measured', ...blind });
    expect(round().falseStarts).toMatchObject({ 'seat:r1:r1-s2': lesson.now + 250 });
  });

  it('[BZ5] while the round is armed is a false start too', () => {
    const lesson = LessonDriver.live('r1-s1');
    lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    const { roundId } = lesson.state.round as BuzzerRound;
    lesson.do(pupil('r1-s1'), { type: 'buzzer.press', roundId, shown: null, pressed: 1 });
    expect(lesson.log[lesson.log.length - 1]).toMatchObject({ type: 'buzzer.false-started', until: lesson.now + 250 });
    expect(viewFor(board('r1'), lesson.state).round).toMatchObject({ falseStarts: {} });
  });
});

describe('the order', () => {
  it('[BZ6] is by reaction, not by arrival', () => {
    const { press, decide, places } = open(['r1-s1', 'r2-s1']);
    press(seat('r2-s1'), 330, 430);
    press(seat('r1-s1'), 300, 445);
    decide();
    expect(places()).toEqual([
      ['seat:r1:r1-s1', 1],
      ['seat:r2:r2-s1', 2],
    ]);
  });

  it('[BZ6] who is less than δ behind the first shares its place', () => {
    const { press, decide, places } = open(['r1-s1', 'r1-s2', 'r2-s1', 'r2-s2']);
    press(seat('r1-s1'), 300, 400);
    press(seat('r2-s1'), 316.625, 416.625);
    press(seat('r1-s2'), 316.75, 416.75);
    press(seat('r2-s2'), 320, 420);
    decide();
    expect(places()?.map(([, place]) => place)).toEqual([1, 1, 3, 4]);
  });

  it('[BZ7] is final when no press that is on its way could be first', () => {
    const { lesson, round, press } = open(['r1-s1', 'r2-s1'], { link: { ...LINK, least: 500, slack: 120 } });
    press(seat('r1-s1'), 300, 805);
    expect(nextDeadline(lesson.state)).toBe((round().startedAt ?? 0) + 805 + 400);
    lesson.wait(399);
    expect(round().order).toBeNull();
    lesson.wait(1);
    expect(round().order).toHaveLength(1);
  });

  it('[BZ7] waits for far links, yet 800 ms at most, and not for those that are gone', () => {
    const far = open(['r1-s1', 'r2-s1'], { link: { ...LINK, least: 650, slack: 120 } });
    const started = far.round().startedAt ?? 0;
    far.press(seat('r1-s1'), 300, 950);
    const start = open(['r1-s1', 'r2-s1']);
    expect(nextDeadline(far.lesson.state)).toBe(started + 950 + 400);
    const mixed = (least: number) => {
      const lesson = LessonDriver.live('r1-s1', 'r2-s1');
      lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
      const { roundId, startsAt } = lesson.state.round as BuzzerRound;
      lesson.now = startsAt ?? 0;
      const measures = [
        { ...LINK, entrant: 'seat:r1:r1-s1', least: 20 },
        { ...LINK, entrant: 'seat:r2:r2-s1', least },
      ];
      lesson.server({ type: 'buzzer.start', roundId, measures });
      const startedAt = lesson.now;
      lesson.now += 320;
      const press = { roundId, entrant: seat('r1-s1'), waited: 320, claimed: 300, path: 'data', early: false } as const;
      lesson.server({ type: 'press.measured', ...press });
      return { lesson, startedAt };
    };
    const waits = mixed(600);
    expect(nextDeadline(waits.lesson.state)).toBe(waits.startedAt + 300 + 650);
    const capped = mixed(2_000);
    expect(nextDeadline(capped.lesson.state)).toBe(capped.startedAt + 300 + 800);
    capped.lesson.server({ type: 'peer.went', peer: { kind: 'seat', classroomId: 'r2', seatId: 'r2-s1' }, cause: 'x' });
    expect(nextDeadline(capped.lesson.state)).toBe(capped.startedAt + 320 + 400);
    expect(start.round().phase).toBe('open');
  });

  it('[BZ7] never falls after the close; without a press nobody wins', () => {
    const { lesson, round, press } = open(['r1-s1']);
    press(seat('r1-s1'), 29_800, 29_900);
    expect(nextDeadline(lesson.state)).toBe(round().closesAt);
    const empty = open(['r1-s1']);
    empty.decide();
    expect(empty.round()).toMatchObject({ phase: 'decided', order: [] });
    expect(empty.lesson.state.wins).toEqual({});
  });

  it('[BZ7] the lead teacher may end the waiting, before the cue too', () => {
    const { lesson, round, roundId, press } = open(['r1-s1', 'r2-s1']);
    press(seat('r1-s1'), 300, 400);
    expect(lesson.do(LEAD, { type: 'round.close', roundId })).toBeNull();
    expect(round().order).toHaveLength(1);
    const armed = LessonDriver.live();
    armed.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 30 });
    armed.do(LEAD, { type: 'round.close', roundId: armed.state.round?.roundId ?? '' });
    expect(armed.state.round).toMatchObject({ phase: 'decided', order: [] });
  });

  it('[BZ12] is given again by the log alone, as it can be read', () => {
    const { lesson, round, roundId, press, decide } = open(['r1-s1', 'r2-s1'], { mode: 'fresh-first' });
    press(seat('r1-s1'), 299.93, 401.27);
    press(seat('r2-s1'), null, 420);
    decide();
    const log = lesson.log.map((event) => lessonEvent.parse(JSON.parse(JSON.stringify(event))));
    expect(replayBuzzer(log, roundId)).toEqual(round().order);
    expect(replayBuzzer(log, 'other')).toBeNull();
  });
});

describe('modes', () => {
  it('[BZ8] the fastest classroom: one place each', () => {
    const { press, decide, places } = open(['r1-s1', 'r1-s2', 'r2-s1'], { mode: 'classroom' });
    press(seat('r1-s1'), 300, 400);
    press(seat('r1-s2'), 320, 420);
    press(seat('r2-s1'), 340, 440);
    decide();
    expect(places()).toEqual([
      ['seat:r1:r1-s1', 1],
      ['seat:r2:r2-s1', 2],
    ]);
  });

  it('[BZ8] each classroom once: who has won waits for the others that are here', () => {
    const first = open(['r1-s1', 'r2-s1'], { mode: 'each-once' });
    first.press(seat('r1-s1'), 300, 400);
    first.decide();
    expect(first.lesson.state.wins).toEqual({ r1: 1 });
    const second = open(['r1-s1', 'r2-s1'], { mode: 'each-once', lesson: first.lesson });
    expect(second.press(seat('r1-s1'), 300, 400)).toBe('buzzer/class-waits');
    second.press(seat('r2-s1'), 500, 600);
    second.decide();
    const third = open(['r1-s1', 'r2-s1'], { mode: 'each-once', lesson: first.lesson });
    expect(third.press(seat('r1-s1'), 300, 400)).toBeNull();
  });

  it('[BZ8] classrooms that neither spoke nor won come first, each group by reaction', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2', 'r2-s1');
    lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: null, seconds: 60 });
    const round = open(['r1-s1', 'r1-s2', 'r2-s1'], { mode: 'fresh-first', lesson });
    round.press(seat('r1-s1'), 300, 400);
    round.press(seat('r1-s2'), 305, 405);
    round.press(seat('r2-s1'), 306, 406);
    round.decide();
    expect(round.places()).toEqual([
      ['seat:r2:r2-s1', 1],
      ['seat:r1:r1-s1', 2],
      ['seat:r1:r1-s2', 3],
    ]);
  });

  it('[BZ8] teams go across classrooms, one place each, and their points are the classrooms’', () => {
    const { lesson, round, roundId, press, decide } = open(['r1-s1', 'r1-s2', 'r2-s2'], { mode: 'teams' });
    press(seat('r2-s2'), 300, 400);
    press(seat('r1-s2'), 320, 420);
    press(seat('r1-s1'), 340, 440);
    decide();
    expect(round().order?.map(({ team, entrant }) => [team, entrantKey(entrant)])).toEqual([
      [1, 'seat:r2:r2-s2'],
      [0, 'seat:r1:r1-s1'],
    ]);
    lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true });
    expect([lesson.state.scores, lesson.state.roomPoints]).toEqual([{}, { r2: 1 }]);
  });

  it('[BZ9] a room without tablets presses on its board; the hand is marked by its margin', () => {
    const lesson = LessonDriver.live('r1-s1');
    const roundId = lesson.buzzer();
    lesson.wait(400);
    const press = { type: 'buzzer.press', roundId, shown: null, pressed: 1 } as const;
    expect(lesson.do(board('r1'), { ...press, zone: 1 })).toBe('buzzer/has-tablets');
    expect(lesson.do(board('r2'), press)).toBe('not-allowed');
    expect(lesson.do(pupil('r1-s1'), { ...press, zone: 1 })).toBe('not-allowed');
    const phone = { role: 'phone', classroomId: 'r2', deviceId: 'p' } as const;
    expect(lesson.do(phone, { ...press, zone: 1 })).toBe('not-allowed');
    expect(lesson.do(board('r2'), { ...press, zone: 4 })).toBeNull();
    expect(lesson.do(phone, { ...press, hand: true })).toBeNull();
    const { presses } = lesson.state.round as BuzzerRound;
    expect(presses.map(({ entrant, margin }) => [entrantKey(entrant), margin])).toEqual([
      ['zone:r2:4', 70.875],
      ['hand:r2', 212.5],
    ]);
    expect((viewFor(board('r2'), lesson.state).round as BuzzerRound).presses).toHaveLength(2);
    expect((viewFor(board('r1'), lesson.state).round as BuzzerRound).presses).toHaveLength(0);
  });
});

describe('after the decision', () => {
  function decided() {
    const round = open(['r1-s1', 'r1-s2', 'r2-s1']);
    round.press(seat('r1-s1'), 300, 400);
    round.press(seat('r2-s1'), 310, 410);
    round.press(seat('r1-s2'), 350, 450);
    round.decide();
    return round;
  }

  it('[BZ10] the tied share the point, which is given or withheld once', () => {
    const { lesson, roundId } = decided();
    expect(lesson.state.wins).toEqual({ r1: 1, r2: 1 });
    expect(lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true })).toBeNull();
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1, 'r2-s1': 1 });
    lesson.do(LEAD, { type: 'buzzer.next', roundId });
    expect(lesson.do(LEAD, { type: 'buzzer.award', roundId, give: false })).toBe('buzzer/already-awarded');
    lesson.do(LEAD, { type: 'buzzer.next', roundId });
    expect(lesson.do(LEAD, { type: 'buzzer.award', roundId, give: false })).toBeNull();
    expect(lesson.state.scores).toEqual({ 'r1-s1': 1, 'r2-s1': 1 });
    expect(lesson.do(LEAD, { type: 'buzzer.next', roundId })).toBe('buzzer/no-next');
    expect(viewFor(pupil('r1-s1'), lesson.state).scores).toEqual({ 'r1-s1': 1 });
  });

  it('[BZ10] nothing is awarded before the decision, or when nobody pressed', () => {
    const { lesson, roundId, decide } = open(['r1-s1']);
    expect(lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true })).toBe('round/not-closed');
    decide();
    expect(lesson.do(LEAD, { type: 'buzzer.award', roundId, give: true })).toBe('buzzer/no-next');
  });

  it('[BZ11] the lead teacher sees all numbers, a seat its own, others who was first and who is called', () => {
    const { lesson, roundId } = decided();
    const orderFor = (viewer: Parameters<typeof viewFor>[0]) =>
      (viewFor(viewer, lesson.state).round as BuzzerRound).order;
    expect(orderFor(LEAD)?.map(({ reaction }) => reaction)).toEqual([300, 310, 350]);
    expect(orderFor(pupil('r1-s2'))?.map(({ rank, reaction }) => [rank, reaction])).toEqual([
      [1, null],
      [2, null],
      [3, 350],
    ]);
    expect(orderFor(board('r2'))?.map(({ rank, reaction }) => [rank, reaction])).toEqual([
      [1, null],
      [2, null],
    ]);
    lesson.do(LEAD, { type: 'buzzer.next', roundId });
    lesson.do(LEAD, { type: 'buzzer.next', roundId });
    expect(orderFor(board('r2'))?.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(viewFor(board('r2'), lesson.state).round).toMatchObject({ pressed: { r1: 2, r2: 1 }, presses: [] });
  });

  it('[BZ11] an order of many stays below 4 kB', () => {
    const lesson = new LessonDriver(80);
    const seats = Array.from({ length: 80 }, (_, n) => `r1-s${n + 1}`);
    lesson.do(LEAD, { type: 'lesson.start' });
    const { roundId } = open([], { lesson });
    for (const [n, seatId] of seats.entries()) {
      const at = { waited: 1300.125 + n, claimed: 1200.375 + n, path: 'data', early: false } as const;
      lesson.server({ type: 'press.measured', roundId, entrant: seat(seatId), ...at });
    }
    lesson.do(LEAD, { type: 'round.close', roundId });
    expect((lesson.state.round as BuzzerRound).order).toHaveLength(20);
    const long = (text: string) =>
      text.replaceAll('"r1"', `"${'c'.repeat(16)}"`).replaceAll(/"r1-s\d+"/g, `"${'s'.repeat(16)}"`);
    expect(long(JSON.stringify(lesson.log[lesson.log.length - 1])).length).toBeLessThan(4096);
  });
});
