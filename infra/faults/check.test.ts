import {
  type Actor,
  type Command,
  type CommandReply,
  decide,
  decideServer,
  EMPTY_LESSON,
  evolve,
  LATE_GRACE_MS,
  type LessonEvent,
  type LessonState,
  UNPREPARED,
  viewFor,
} from '@tongke/shared-types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { counts, isRed } from './fault-run.ts';
import type { Given, History, Stored } from './history.ts';

const LEAD: Actor = { role: 'lead', staffId: 'teacher', schoolId: 'city' };
const BOARD: Actor = { role: 'board', classroomId: 'r1', deviceId: 'b1' };
const SEATS = ['s1', 's2', 's3'];
const pupil = (seatId: string): Actor => ({ role: 'pupil', classroomId: 'r1', seatId });

type Writing = Given & { replies: CommandReply[] };

/** A server that keeps its promise: the product's rules, a log and a memory for ids. */
class Lesson {
  readonly stored: Stored[] = [];
  readonly given: Writing[] = [];
  state: LessonState = EMPTY_LESSON;
  #now = 1_000;
  #ids = 0;

  constructor() {
    const seats = SEATS.map((seatId, index) => ({ seatId, number: index + 1 }));
    const room = { classroomId: 'r1', schoolId: 'v', name: '三班', own: false, cameraAllowed: true, givenNames: false };
    const plan = { lessonId: 'l', schoolId: 'city', leadId: 'teacher', title: '分数', plannedAt: 0 };
    this.#write(
      null,
      decideServer(this.state, { type: 'lesson.prepare', ...plan, classrooms: [{ ...room, seats }] }, this.#context()),
    );
    this.do({ type: 'lesson.start' });
    for (const seatId of SEATS)
      this.do({ type: 'seat.claim', seatId }, { role: 'guest', classroomId: 'r1', device: seatId });
    this.ask();
  }

  get roundId(): string {
    return this.state.round?.roundId ?? '';
  }

  /** The next question, and the end of the one before. */
  ask(): void {
    if (this.roundId) this.do({ type: 'round.dismiss', roundId: this.roundId });
    const choices = (['A', 'B', 'C'] as const).map((key) => ({ key, text: key }));
    this.do({ ...UNPREPARED, task: { kind: 'single', choices, correct: 'A' }, seconds: 60 });
  }

  reveal(): void {
    this.do({ type: 'round.close', roundId: this.roundId });
    this.#now += LATE_GRACE_MS;
    this.#write(null, decideServer(this.state, { type: 'tick' }, this.#context()));
    this.do({ type: 'question.reveal', roundId: this.roundId });
  }

  do(command: Command, actor: Actor = LEAD): void {
    this.#ids += 1;
    this.#write(`do-${this.#ids}`, decide(this.state, command, actor, this.#context()));
  }

  give(seatId: string, choice: 'A' | 'B' | 'C', roundId = this.roundId): Writing {
    const given: Writing = { id: `a${this.given.length}`, seatId, choice, roundId, replies: [], replaced: false };
    this.given.push(given);
    const command = { type: 'answer.give', roundId, answer: { kind: 'single', choice } } as const;
    const outcome = decide(this.state, command, pupil(seatId), this.#context());
    given.replies.push(this.#write(given.id, outcome));
    return given;
  }

  history(): History {
    const viewers = [LEAD, BOARD, ...SEATS.map(pupil)];
    const version = this.stored.length;
    const shown = viewers.map((viewer) => ({ name: viewer.role, version, viewer, view: viewFor(viewer, this.state) }));
    return {
      given: this.given,
      stored: this.stored,
      shown,
      settledAt: version,
      reused: [{ ok: false, reason: 'command/id-reused' }],
    };
  }

  #write(commandId: string | null, outcome: ReturnType<typeof decide>): CommandReply {
    if (!outcome.ok) return outcome;
    for (const event of outcome.events) {
      this.stored.push({ version: this.stored.length + 1, commandId, event });
      this.state = evolve(this.state, event);
    }
    return { ok: true, version: this.stored.length };
  }

  #context() {
    this.#now += 10;
    const fresh = (prefix: string) => () => {
      this.#ids += 1;
      return `${prefix}${this.#ids}`;
    };
    const ids = { newId: fresh('id'), newCode: fresh('10000'), newTicket: fresh('ticket') };
    return { now: this.#now, ...ids, random: () => 0, masked: (said: string) => said };
  }
}

/** A lesson with answers, one of them changed, and a late one that was refused. */
function lesson(): Lesson {
  const one = new Lesson();
  one.give('s1', 'A');
  one.give('s2', 'B');
  one.give('s1', 'C');
  const before = one.roundId;
  one.reveal();
  one.ask();
  one.give('s3', 'B', before);
  one.give('s3', 'A');
  one.reveal();
  return one;
}

const renumbered = (stored: readonly Stored[]): Stored[] =>
  stored.map((one, index) => ({ ...one, version: index + 1 }));
const answerAt = (stored: readonly Stored[], nth: number) =>
  stored.filter(({ event }) => event.type === 'answer.given')[nth] as Stored;
const changed = (stored: readonly Stored[], at: Stored, event: Partial<LessonEvent>): Stored[] =>
  stored.map((one) => (one === at ? { ...one, event: { ...one.event, ...event } as LessonEvent } : one));
const found = (history: History) => counts(check(history));
const NOTHING = { lost: 0, doubled: 0, different: 0, unsettled: 0 };

describe('the checker', () => {
  test('[RS3] [RS4] finds nothing where every promise is kept', () => {
    expect(check(lesson().history())).toEqual({ lost: [], doubled: [], different: [], unsettled: [] });
  });

  test('[RS3] misses what was acknowledged and is not there', () => {
    const history = lesson().history();
    const gone = answerAt(history.stored, 1);
    const stored = renumbered(history.stored.filter((one) => one !== gone));
    expect(found({ ...history, stored }).lost).toBe(1);
    expect(found({ ...history, stored: [] }).lost).toBe(4);
  });

  test('[RS3] an answer that says what stands already needs no event, and one that says something else does', () => {
    const one = new Lesson();
    one.give('s1', 'A');
    const again = one.give('s1', 'A');
    expect(check(one.history()).lost).toEqual([]);
    expect(one.stored.filter(({ commandId }) => commandId === again.id)).toEqual([]);
    const given = one.given.map((given) => (given === again ? { ...given, choice: 'B' } : given));
    expect(found({ ...one.history(), given }).lost).toBe(1);
  });

  test('[RS4] sees what is there twice, and what nobody gave', () => {
    const history = lesson().history();
    const { commandId, event } = answerAt(history.stored, 0);
    const again = [...history.stored, { version: history.stored.length + 1, commandId, event }];
    expect(check({ ...history, stored: again }).doubled).toContainEqual(expect.stringContaining('2 times'));
    const nobody = [...history.stored, { version: history.stored.length + 1, commandId: 'x', event }];
    expect(check({ ...history, stored: nobody }).doubled).toContainEqual('nobody gave x');
  });

  test('[QZ3] sees an answer that stands in another round, for another seat or choice, or that was refused', () => {
    const history = lesson().history();
    const last = answerAt(history.stored, 3);
    for (const wrong of [{ roundId: 'next' }, { seatId: 's2' }, { answer: { kind: 'single', choice: 'C' } }]) {
      const stored = changed(history.stored, last, wrong as Partial<LessonEvent>);
      expect(check({ ...history, stored }).doubled).toContainEqual(expect.stringContaining('was given as'));
    }
    const given = history.given.map((one) =>
      one.id === last.commandId ? { ...one, replies: [{ ok: false, reason: 'round/closed' } as const] } : one,
    );
    expect(check({ ...history, given }).doubled).toContainEqual(expect.stringContaining('was refused and is there'));
  });

  test('[RS4] sees a repeat that was answered differently, and an id that stood for two commands', () => {
    const one = lesson();
    one.given[0]?.replies.push({ ok: true, version: 99 });
    expect(found(one.history())).toEqual({ ...NOTHING, doubled: 1 });
    expect(found({ ...lesson().history(), reused: [{ ok: true, version: 3 }] })).toEqual({ ...NOTHING, doubled: 1 });
  });

  test('[QZ5] counts each seat once in every count and tally', () => {
    const history = lesson().history();
    const counted = changed(history.stored, answerAt(history.stored, 2), { answered: 3 } as Partial<LessonEvent>);
    expect(check({ ...history, stored: counted }).doubled).toEqual([expect.stringContaining('3 instead of 2')]);
    const reveal = history.stored.find(({ event }) => event.type === 'question.revealed') as Stored;
    const r1 = { expected: 3, answered: 2, right: 0, counts: { A: 1, B: 1, C: 1 } };
    const told = changed(history.stored, reveal, { rooms: { r1 } } as Partial<LessonEvent>);
    expect(check({ ...history, stored: told }).doubled).toEqual([expect.stringContaining('1 instead of 0 for A')]);
  });

  test('[RS1] sees a version that is missing', () => {
    const history = lesson().history();
    const stored = history.stored.map((one) => (one.version > 9 ? { ...one, version: one.version + 1 } : one));
    expect(found({ ...history, stored }).lost).toBeGreaterThan(0);
  });

  test('[VW1] sees a screen that shows less, or more than it may', () => {
    const history = lesson().history();
    const behind = history.shown.map((one, at) => (at === 1 ? { ...one, view: { ...one.view, round: null } } : one));
    expect(found({ ...history, shown: behind })).toEqual({ ...NOTHING, different: 1 });
    const full = history.shown.map((one, at) =>
      at === 2 ? { ...one, view: history.shown[0]?.view ?? one.view } : one,
    );
    expect(found({ ...history, shown: full })).toEqual({ ...NOTHING, different: 1 });
    const late = history.shown.map((one, at) => (at === 3 ? { ...one, version: one.version - 1 } : one));
    expect(found({ ...history, shown: late })).toEqual({ ...NOTHING, different: 1 });
    expect(found({ ...history, shown: late, settledAt: 0 })).toEqual({ ...NOTHING, different: 1 });
  });

  test('[RS11] sees an answer that got no word, and none where the pupil changed it', () => {
    const one = lesson();
    one.given.push({ id: 'silent', roundId: one.roundId, seatId: 's1', choice: 'A', replies: [], replaced: false });
    one.given.push({
      id: 'put-off',
      roundId: one.roundId,
      seatId: 's1',
      choice: 'A',
      replies: [{ ok: false, reason: 'storage-unavailable' }],
      replaced: false,
    });
    one.given.push({ id: 'replaced', roundId: one.roundId, seatId: 's1', choice: 'A', replies: [], replaced: true });
    expect(found(one.history())).toEqual({ ...NOTHING, unsettled: 2 });
  });

  test('[RS3] [RS4] whatever pupils do, a kept promise stays green, and an answer that is taken away or doubled turns it red', () => {
    const act = fc.oneof(
      fc.record({ seat: fc.constantFrom(...SEATS), choice: fc.constantFrom('A', 'B', 'C') }),
      fc.constant('ask' as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.nat(), (acts, at) => {
        const one = new Lesson();
        for (const next of acts) next === 'ask' ? one.ask() : one.give(next.seat, next.choice as 'A');
        const history = one.history();
        expect(isRed(check(history))).toBe(false);
        const answers = history.stored.filter(({ event }) => event.type === 'answer.given');
        const chosen = answers[at % Math.max(1, answers.length)];
        if (!chosen) return;
        const without = renumbered(history.stored.filter((stored) => stored !== chosen));
        expect(counts(check({ ...history, stored: without })).lost).toBeGreaterThan(0);
        const twice = renumbered(history.stored.flatMap((stored) => (stored === chosen ? [stored, stored] : [stored])));
        expect(counts(check({ ...history, stored: twice })).doubled).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
