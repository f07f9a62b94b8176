import type { LessonEvent } from '@tongke/shared-types';
import { describe, expect, test } from 'vitest';
import type { EventStore, LogEntry } from './event-store.ts';

const started: LessonEvent = { type: 'lesson.started', at: 5 };
const entry = (id: string | null, ...events: readonly LessonEvent[]): LogEntry => ({
  at: 5,
  actor: { role: 'pupil', classroomId: 'r1', seatId: 's1' },
  command: id === null ? null : { id, hash: `hash of ${id}` },
  events,
});

/** What every event store must do; memory and SQLite run the same. */
export function eventStoreContract(name: string, make: () => Promise<EventStore>): void {
  describe(`${name} keeps lessons' logs`, () => {
    test('[RS1] events come back in order with who did it and when', async () => {
      const store = await make();
      const epoch = await store.own('l1');
      const hands: LessonEvent = { type: 'hands.cleared' };
      const entries = [entry('c1', started, hands), entry(null, { type: 'lesson.ended', at: 6 })];
      expect(await store.append({ lessonId: 'l1', expectedVersion: 0, epoch, entries })).toEqual({
        ok: true,
        version: 3,
      });
      const all = await store.since('l1', 0);
      expect(all.map(({ version, event }) => [version, event.type])).toEqual([
        [1, 'lesson.started'],
        [2, 'hands.cleared'],
        [3, 'lesson.ended'],
      ]);
      expect(all[0]).toEqual({
        version: 1,
        at: 5,
        actor: { role: 'pupil', classroomId: 'r1', seatId: 's1' },
        event: started,
      });
      expect((await store.since('l1', 2)).map(({ version }) => version)).toEqual([3]);
      expect(await store.since('l2', 0)).toEqual([]);
    });

    test('[RS4] what became of a command is kept, also of one that changed nothing', async () => {
      const store = await make();
      const epoch = await store.own('l1');
      const entries = [entry('c1', started), entry('c2')];
      await store.append({ lessonId: 'l1', expectedVersion: 0, epoch, entries });
      expect(await store.outcomesOf('l1', ['c1', 'c2', 'c3'])).toEqual(
        new Map([
          ['c1', { hash: 'hash of c1', version: 1 }],
          ['c2', { hash: 'hash of c2', version: 1 }],
        ]),
      );
      expect(await store.outcomesOf('l2', ['c1'])).toEqual(new Map());
      expect(await store.outcomesOf('l1', [])).toEqual(new Map());
    });

    test('[RS6] a newer owner fences the older one, which writes nothing', async () => {
      const store = await make();
      const old = await store.own('l1');
      const young = await store.own('l1');
      expect(young).toBe(old + 1);
      const append = { lessonId: 'l1', expectedVersion: 0, entries: [entry('c1', started)] };
      expect(await store.append({ ...append, epoch: old })).toEqual({ ok: false, reason: 'fenced' });
      expect(await store.outcomesOf('l1', ['c1'])).toEqual(new Map());
      expect(await store.append({ ...append, epoch: young })).toEqual({ ok: true, version: 1 });
    });

    test('[RS6] an append that expects another version writes nothing', async () => {
      const store = await make();
      const epoch = await store.own('l1');
      await store.append({ lessonId: 'l1', expectedVersion: 0, epoch, entries: [entry('c1', started)] });
      const late = { lessonId: 'l1', expectedVersion: 0, epoch, entries: [entry('c2', started)] };
      expect(await store.append(late)).toEqual({ ok: false, reason: 'fenced' });
      expect(await store.since('l1', 1)).toEqual([]);
    });

    test('[RS7] lessons that have not ended are found again after a restart', async () => {
      const store = await make();
      for (const lessonId of ['open', 'over', 'owned only']) {
        const epoch = await store.own(lessonId);
        if (lessonId === 'owned only') continue;
        const events = lessonId === 'over' ? [started, { type: 'lesson.ended', at: 6 } as const] : [started];
        await store.append({ lessonId, expectedVersion: 0, epoch, entries: [entry(null, ...events)] });
      }
      expect(await store.unfinished(5)).toEqual(['open']);
      expect(await store.unfinished(6)).toEqual([]);
    });
  });
}
