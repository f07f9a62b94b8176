import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { board, LEAD, LessonDriver } from '../../testing/lesson-driver.ts';
import { lessonEvent } from '../events.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';
import { drawFrom, pointOf, SEEDS } from './draw-from.ts';
import { drawWeights } from './draw-weights.ts';

const draw = (classroomId: string | null = null) => ({ type: 'name.draw', classroomId }) as const;
const EVERYWHERE = { from: null, not: null };

/** The weights by seat; who cannot be drawn is left out. */
function chances(lesson: LessonDriver, of: Parameters<typeof drawWeights>[1] = EVERYWHERE): Record<string, number> {
  const rooms = drawWeights(lesson.state, of).flatMap(({ classroom, weights }) => {
    const seatIds = Object.keys(classroom.seats);
    return weights.map((weight, at) => [seatIds[at] ?? '', weight] as const);
  });
  return Object.fromEntries(rooms.filter(([, weight]) => weight > 0));
}

describe('a name drawn by lot', () => {
  it('[FL20] only who is here can be drawn: with a tablet, or everybody where no tablet is', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    expect(Object.keys(chances(lesson))).toEqual([
      'r1-s1',
      'r1-s2',
      'r2-s1',
      'r2-s2',
      'r2-s3',
      'own-s1',
      'own-s2',
      'own-s3',
    ]);
    lesson.server({ type: 'peer.went', peer: { kind: 'board', classroomId: 'r2' }, cause: 'link' });
    expect(Object.keys(chances(lesson, { from: 'r2', not: null }))).toEqual([]);
    expect(lesson.do(LEAD, draw('r2'))).toBe('draw/nobody');
    expect(lesson.do(LEAD, draw('nowhere'))).toBe('classroom/unknown');
    expect(lesson.do(board('r1'), draw('r1'))).toBe('not-allowed');
    expect(new LessonDriver().do(LEAD, draw())).toBe('lesson/not-live');
  });

  it('[FL20] who spoke least is likelier: by turns in this lesson, and by the last three', () => {
    const lesson = new LessonDriver();
    lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId: 'r1' } });
    const before = { classroomId: 'r1', lessons: 3, heard: true, seatIds: ['r1-s2'] };
    lesson.server({ type: 'lesson.recall', classrooms: [before] });
    lesson.do(LEAD, { type: 'lesson.start' });
    const inRoom = () => chances(lesson, { from: 'r1', not: null });
    expect(inRoom()).toEqual({ 'r1-s1': 16, 'r1-s2': 4, 'r1-s3': 16 });
    for (const seatId of ['r1-s1', 'r1-s2', 'r1-s2'])
      lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId, seconds: 5 });
    expect(inRoom()).toEqual({ 'r1-s1': 2, 'r1-s2': 1, 'r1-s3': 16 });
  });

  it('[FL20] a second draw does not repeat the first, while there is somebody else; a turn takes it off the screens', () => {
    const lesson = LessonDriver.live('r1-s1', 'r1-s2');
    lesson.do(LEAD, draw('r1'));
    expect(lesson.state.draw).toMatchObject({ classroomId: 'r1', seatId: 'r1-s1', number: 1, from: 'r1' });
    lesson.do(LEAD, draw('r1'));
    expect(lesson.state.draw?.seatId).toBe('r1-s2');
    lesson.server({ type: 'peer.went', peer: { kind: 'seat', classroomId: 'r1', seatId: 'r1-s1' }, cause: 'link' });
    lesson.do(LEAD, draw('r1'));
    expect(lesson.state.draw?.seatId).toBe('r1-s2');
    lesson.do(LEAD, { type: 'turn.give', classroomId: 'r1', seatId: 'r1-s2', seconds: 5 });
    expect(lesson.state.draw).toBeNull();
    lesson.do(LEAD, draw());
    lesson.do(LEAD, { type: 'draw.clear' });
    expect(lesson.state.draw).toBeNull();
    expect(lesson.do(LEAD, { type: 'draw.clear' })).toBeNull();
  });

  it('[FL20] [VW5] the event tells why, to the lead teacher alone, and is small', () => {
    const seats = Array.from({ length: 100 }, (_, at) => at + 1);
    const rooms = Array.from({ length: 50 }, (_, at) => `r${at + 1}`).map((classroomId) => ({
      ...{ classroomId, schoolId: 's', name: classroomId, own: false, cameraAllowed: true, givenNames: false },
      seats: seats.map((number) => ({ seatId: `${classroomId}-s${number}`, number })),
    }));
    const lesson = new LessonDriver(0, rooms);
    for (const { classroomId } of rooms) lesson.server({ type: 'peer.came', peer: { kind: 'board', classroomId } });
    lesson.do(LEAD, { type: 'lesson.start' });
    lesson.do(LEAD, draw());
    const event = lesson.log[lesson.log.length - 1];
    if (event?.type !== 'name.drawn') throw new Error('Nobody was drawn.');
    expect(lessonEvent.parse(event)).toEqual(event);
    expect(JSON.stringify(event).length).toBeLessThanOrEqual(1_024);
    expect(visibleTo(LEAD, event)).toEqual(event);
    expect(visibleTo(board('r1'), event)).toMatchObject({ seatId: event.seatId, seed: 0, rooms: [], seats: [] });
    expect(viewFor(board('r2'), lesson.state).draw).toEqual(lesson.state.draw);
    const room = drawFrom(event.rooms, pointOf(event.seed, event.rooms));
    const seat = room && drawFrom(event.seats, room.rest);
    expect(`r${(room?.index ?? -1) + 1}-s${(seat?.index ?? -1) + 1}`).toBe(event.seatId);
  });

  it('[FL20] a seed finds exactly one weight, never an empty one, and every weight has its share', () => {
    const weights = fc.array(fc.nat(16), { minLength: 1, maxLength: 30 }).filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(weights, fc.nat(SEEDS - 1), (all, seed) => {
        const found = drawFrom(all, pointOf(seed, all));
        const weight = found && all[found.index];
        expect(weight).toBeGreaterThan(0);
        expect(found?.rest).toBeLessThan(weight ?? 0);
      }),
    );
    const all = [1, 0, 2, 5];
    const counts = [0, 0, 0, 0];
    for (let at = 0; at < 8_000; at += 1) {
      const found = drawFrom(all, pointOf((at / 8_000) * SEEDS, all));
      if (found) counts[found.index] = (counts[found.index] ?? 0) + 1;
    }
    expect(counts).toEqual([1_000, 0, 2_000, 5_000]);
  });
});
