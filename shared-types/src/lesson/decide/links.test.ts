import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS } from '../../ladder/rungs.ts';
import type { Viewer } from '../../roles.ts';
import { board, guest, LEAD, LessonDriver, pupil, shared } from '../../testing/lesson-driver.ts';
import { CHANGES_REMEMBERED, linkOf } from '../links/peer-link.ts';
import { viewFor } from '../view.ts';
import { visibleTo } from '../visible.ts';

const phone: Viewer = { role: 'phone', classroomId: 'r1', deviceId: 'p' };
const report = (lesson: LessonDriver, peerId: string, down: (typeof RUNGS)[number]) =>
  lesson.server({ type: 'link.report', peerId, down, up: 'full' });

describe('[WL6] where links stand', () => {
  it('is an event for each change, with its time; said again, of strangers and after the end it is none', () => {
    const lesson = LessonDriver.live();
    const before = lesson.log.length;
    report(lesson, 'r1', 'A');
    report(lesson, 'unknown', 'E');
    report(lesson, 'constructor', 'E');
    expect(lesson.log.length).toBe(before);
    report(lesson, 'r1', 'E');
    report(lesson, 'r1', 'E');
    report(lesson, 'lead', 'C');
    expect(lesson.log.slice(before)).toEqual([
      { type: 'link.changed', peerId: 'r1', down: 'E', up: 'full', at: lesson.now },
      { type: 'link.changed', peerId: 'lead', down: 'C', up: 'full', at: lesson.now },
    ]);
    lesson.do(LEAD, { type: 'lesson.end' });
    report(lesson, 'r1', 'A');
    expect(linkOf(lesson.state, 'r1').down).toBe('E');
  });

  it('is remembered with its latest changes, the newest last, and goes with its classroom', () => {
    const lesson = new LessonDriver();
    for (const down of ['B', 'C', 'D', 'E', 'F', 'A'] as const) {
      report(lesson, 'r1', down);
      lesson.now += 1_000;
    }
    const { changes, down } = linkOf(lesson.state, 'r1');
    expect(down).toBe('A');
    expect(changes.map((change) => change.down)).toEqual(['C', 'D', 'E', 'F', 'A']);
    expect(changes).toHaveLength(CHANGES_REMEMBERED);
    lesson.prepare(lesson.planned.filter(({ classroomId }) => classroomId !== 'r1'));
    expect(lesson.state.links).toEqual({});
  });

  it('is told to the lead teacher and to the room’s own board and phones, and to nobody else', () => {
    const peers = fc.constantFrom('r1', 'r2', 'lead');
    const others: Viewer[] = [pupil('r1-s1'), guest('r1', 'd9'), shared('r1', 't1')];
    fc.assert(
      fc.property(fc.array(fc.tuple(peers, fc.constantFrom(...RUNGS)), { maxLength: 12 }), (reports) => {
        const lesson = LessonDriver.live('r1-s1');
        const before = lesson.log.length;
        for (const [peerId, down] of reports) report(lesson, peerId, down);
        const readers: [Viewer, readonly string[]][] = [
          [LEAD, ['r1', 'r2', 'lead']],
          [board('r1'), ['r1']],
          [phone, ['r1']],
          [board('r2'), ['r2']],
          ...others.map((viewer): [Viewer, string[]] => [viewer, []]),
        ];
        for (const [viewer, may] of readers) {
          for (const peerId of Object.keys(viewFor(viewer, lesson.state).links)) expect(may).toContain(peerId);
          for (const event of lesson.log.slice(before))
            if (event.type === 'link.changed')
              expect(visibleTo(viewer, event)).toEqual(may.includes(event.peerId) ? event : null);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('[WL9] what the lead teacher wants of a link', () => {
  const choose = (choice: 'auto' | 'saving' | 'voice', classroomId = 'r1') =>
    ({ type: 'link.choose', classroomId, choice }) as const;

  it('is an event for each change, also before the lesson, and stands until it is chosen otherwise', () => {
    const lesson = new LessonDriver();
    expect(lesson.do(LEAD, choose('saving'))).toBeNull();
    expect(lesson.log.slice(-1)).toEqual([
      { type: 'link.chosen', classroomId: 'r1', choice: 'saving', at: lesson.now },
    ]);
    const { state } = lesson;
    expect(lesson.do(LEAD, choose('saving'))).toBeNull();
    expect(lesson.state).toBe(state);
    report(lesson, 'r1', 'C');
    expect(linkOf(lesson.state, 'r1')).toMatchObject({ down: 'C', choice: 'saving' });
    lesson.do(LEAD, choose('auto'));
    expect(linkOf(lesson.state, 'r1')).toMatchObject({ down: 'C', choice: 'auto' });
  });

  it('is the lead teacher’s alone, of a classroom that there is, and never of the own class', () => {
    const lesson = LessonDriver.live('r1-s1');
    const { state } = lesson;
    expect(lesson.do(LEAD, choose('voice', 'own'))).toBe('not-allowed');
    expect(lesson.do(LEAD, choose('voice', 'nowhere'))).toBe('classroom/unknown');
    for (const actor of [board('r1'), pupil('r1-s1'), guest('r1', 'd9'), shared('r1', 't1')])
      expect(lesson.do(actor, choose('voice'))).toBe('not-allowed');
    expect(lesson.state).toBe(state);
  });
});
