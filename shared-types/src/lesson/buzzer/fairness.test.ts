import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { nextDeadline } from '../deadlines.ts';
import { lessonEvent } from '../events.ts';
import { BUZZER_MODES, type BuzzerRound } from './buzzer-state.ts';
import { type Entrant, entrantKey } from './entrant.ts';
import type { EntrantMeasure, Measure } from './measure.ts';
import { orderOf } from './ranking.ts';
import { EPSILON_MS, judge, TIE_MS } from './reaction.ts';
import { replayBuzzer } from './replay.ts';

const SEATS = ['r1-s1', 'r1-s2', 'r1-s3', 'r2-s1', 'r2-s2', 'r2-s3', 'own-s1'];
const ENTRANTS = SEATS.map((seatId): Entrant => {
  const [classroomId = '', nth = ''] = seatId.split('-s');
  return { kind: 'seat', classroomId, seatId, number: Number(nth) };
});

const ms = (max: number) => fc.double({ min: 0, max, noNaN: true });
const measure: fc.Arbitrary<Measure> = fc.record({
  least: ms(600),
  slack: fc.double({ min: 25, max: 120, noNaN: true }),
  alone: fc.boolean(),
  path: fc.constantFrom('both' as const, 'socket' as const),
  late: fc.constant(0),
});
/** A link, the press that comes over it, and what the device says of it: perhaps nothing, perhaps a lie. */
const entry = fc.record({ link: fc.option(measure), waited: ms(2_000), claimed: fc.option(ms(2_000)) });
const round = fc.record({
  entries: fc.array(entry, { minLength: SEATS.length, maxLength: SEATS.length }),
  mode: fc.constantFrom(...BUZZER_MODES),
});
type Entries = readonly { readonly link: Measure | null; readonly waited: number; readonly claimed: number | null }[];

/** Plays a round as time goes by; presses of the same instant come in the order `first` gives. */
function play(lesson: LessonDriver, entries: Entries, mode: BuzzerRound['mode']): string {
  lesson.do(LEAD, { type: 'buzzer.open', mode, prompt: '', seconds: 5 });
  const { roundId, startsAt } = lesson.state.round as BuzzerRound;
  lesson.now = startsAt ?? 0;
  const measures = entries.flatMap(({ link }, n): EntrantMeasure[] => {
    return link ? [{ entrant: entrantKey(of(n)), ...link }] : [];
  });
  lesson.server({ type: 'buzzer.start', roundId, measures });
  const started = lesson.now;
  const presses = entries.map((press, n) => ({ ...press, entrant: of(n) }));
  for (const { entrant, waited, claimed } of presses.sort((a, b) => a.waited - b.waited)) {
    tickUntil(lesson, started + waited);
    lesson.now = Math.floor(started + waited);
    lesson.server({ type: 'press.measured', roundId, entrant, waited, claimed, path: 'data', early: false });
  }
  tickUntil(lesson, started + 5_000);
  return roundId;
}

function tickUntil(lesson: LessonDriver, at: number): void {
  for (let due = nextDeadline(lesson.state); due !== null && due <= at; due = nextDeadline(lesson.state)) {
    lesson.now = due;
    lesson.wait(0);
  }
}

function of(n: number): Entrant {
  const entrant = ENTRANTS[n];
  if (!entrant) throw new Error('nobody has that number');
  return entrant;
}

function live(): LessonDriver {
  return LessonDriver.live(...SEATS);
}

describe('whatever links are like and devices say', () => {
  it('[BZ12] a round is decided once, and its log alone gives the same order however often it is read', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), (rounds) => {
        const lesson = live();
        const ids = rounds.map(({ entries, mode }) => play(lesson, entries, mode));
        const log = lesson.log.map((event) => lessonEvent.parse(JSON.parse(JSON.stringify(event))));
        for (const roundId of ids) {
          const decided = log.filter((event) => event.type === 'buzzer.decided' && event.roundId === roundId);
          expect(decided).toHaveLength(1);
          const [one] = decided;
          expect(one).toMatchObject({ order: replayBuzzer(log, roundId) });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[BZ6] the order is the same in whatever order the presses arrived', () => {
    fc.assert(
      fc.property(
        round,
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        fc.boolean(),
        ({ entries, mode }, keys, spoke) => {
          const presses = entries.flatMap(({ link, waited, claimed }, n) => {
            const judged = link ? [judge({ waited, claimed, hand: false }, link)] : [];
            return judged.map((numbers) => ({ entrant: of(n), at: n, waited, claimed, ...numbers }));
          });
          const shuffled = presses
            .map((press, n) => ({ press, key: keys[n] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ press }) => press);
          const lesson = { wins: { r1: 1 }, turns: spoke ? { r2: 1 } : {} };
          const base = { mode, teams: mode === 'teams' ? 2 : null } as BuzzerRound;
          expect(orderOf({ ...base, presses: shuffled }, lesson)).toEqual(orderOf({ ...base, presses }, lesson));
        },
      ),
    );
  });

  it('[BZ6] there is one first to speak, and who shares the place is within δ', () => {
    fc.assert(
      fc.property(round, ({ entries, mode }) => {
        const lesson = live();
        play(lesson, entries, mode);
        const order = (lesson.state.round as BuzzerRound).order ?? [];
        expect(order.map(({ rank }) => rank)).toEqual(order.map((_, index) => index + 1));
        const [first] = order;
        for (const { place, rank, reaction } of order) {
          if (place !== rank) expect(place).toBe(1);
          if (place === 1) expect((reaction ?? 0) - (first?.reaction ?? 0)).toBeLessThan(TIE_MS);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[BZ4] no claim makes a reaction shorter than an honest one by more than J + ε', () => {
    fc.assert(
      fc.property(
        measure,
        ms(5_000),
        fc.option(ms(5_000)),
        fc.option(fc.double({ noNaN: true })),
        (link, waited, honest, forged) => {
          const before = judge({ waited, claimed: honest, hand: false }, link).reaction;
          const after = judge({ waited, claimed: forged, hand: false }, link).reaction;
          expect(before - after).toBeLessThanOrEqual(link.slack + EPSILON_MS + 1e-9);
          // A packet was on its way for the least round trip at the least: what is left was not gained.
          expect(after).toBeGreaterThanOrEqual(waited - link.least - link.slack - 1e-9);
        },
      ),
    );
  });

  it('[BZ7] a decision is final: no press that an honest link can still bring would have been before the leader', () => {
    fc.assert(
      fc.property(round, fc.nat(SEATS.length - 1), ({ entries }, last) => {
        const lesson = live();
        const honest = entries.map(({ link, waited, claimed }) => ({ link: link ?? { ...LINK }, waited, claimed }));
        const without = honest.filter((_, n) => n !== last);
        const roundId = open(lesson, honest);
        const started = lesson.now;
        const others = without.map((press) => ({ ...press, entrant: of(honest.indexOf(press)) }));
        for (const { entrant, waited, claimed } of others.sort((a, b) => a.waited - b.waited)) {
          const due = nextDeadline(lesson.state) ?? 0;
          if (due <= started + waited) break;
          lesson.now = Math.floor(started + waited);
          lesson.server({ type: 'press.measured', roundId, entrant, waited, claimed, path: 'data', early: false });
        }
        const state = lesson.state.round as BuzzerRound;
        const [leader] = orderOf(state, lesson.state);
        const due = (nextDeadline(lesson.state) ?? 0) - started;
        if (!leader || leader.reaction === null || due >= 5_000 || due >= leader.reaction + 800) return;
        const link = honest[last]?.link ?? LINK;
        // The earliest that it could have been pressed and arrive only now.
        const { reaction } = judge({ waited: due, claimed: 0, hand: false }, grained(link));
        expect(reaction).toBeGreaterThanOrEqual(leader.reaction - 0.001);
      }),
      { numRuns: 300 },
    );
  });
});

const LINK: Measure = { least: 100, slack: 50, alone: false, path: 'both', late: 0 };

function open(lesson: LessonDriver, entries: readonly { readonly link: Measure }[]): string {
  lesson.do(LEAD, { type: 'buzzer.open', mode: 'pupil', prompt: '', seconds: 5 });
  const { roundId, startsAt } = lesson.state.round as BuzzerRound;
  lesson.now = startsAt ?? 0;
  const measures = entries.map(({ link }, n): EntrantMeasure => ({ entrant: entrantKey(of(n)), ...link }));
  lesson.server({ type: 'buzzer.start', roundId, measures });
  return roundId;
}

function grained(link: Measure): Measure {
  const grain = (value: number) => Math.round(value * 8) / 8;
  return { ...link, least: grain(link.least), slack: grain(link.slack) };
}
