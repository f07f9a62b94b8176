import type { LessonId } from '@tongke/shared-types';
import type { Append, AppendResult, CommandOutcome, EventStore, StoredEvent } from './event-store.ts';

interface Log {
  epoch: number;
  readonly events: StoredEvent[];
  readonly outcomes: Map<string, CommandOutcome>;
}

/** Lessons' logs in memory: for tests, and for nothing else. */
export class MemoryEventStore implements EventStore {
  readonly #logs = new Map<LessonId, Log>();
  #trouble: string | null = null;

  /** From now on every append fails with this trouble, until null. */
  breakWith(trouble: string | null): void {
    this.#trouble = trouble;
  }

  async own(lessonId: LessonId): Promise<number> {
    const log = this.#log(lessonId);
    log.epoch += 1;
    return log.epoch;
  }

  async append({ lessonId, expectedVersion, epoch, entries }: Append): Promise<AppendResult> {
    if (this.#trouble !== null) return { ok: false, reason: 'unavailable', detail: this.#trouble };
    const { events, outcomes, ...log } = this.#log(lessonId);
    if (log.epoch !== epoch || events.length !== expectedVersion) return { ok: false, reason: 'fenced' };
    for (const entry of entries) {
      for (const event of entry.events) {
        events.push({ version: events.length + 1, at: entry.at, actor: entry.actor, event });
      }
      if (entry.command) outcomes.set(entry.command.id, { hash: entry.command.hash, version: events.length });
    }
    return { ok: true, version: events.length };
  }

  async since(lessonId: LessonId, version: number): Promise<readonly StoredEvent[]> {
    return this.#log(lessonId).events.slice(version);
  }

  async outcomesOf(lessonId: LessonId, commandIds: readonly string[]): Promise<ReadonlyMap<string, CommandOutcome>> {
    const { outcomes } = this.#log(lessonId);
    const found = commandIds.flatMap((id): [string, CommandOutcome][] => {
      const outcome = outcomes.get(id);
      return outcome ? [[id, outcome]] : [];
    });
    return new Map(found);
  }

  async unfinished(at: number): Promise<readonly LessonId[]> {
    return [...this.#logs].filter(([, { events }]) => isUnfinished(events, at)).map(([lessonId]) => lessonId);
  }

  #log(lessonId: LessonId): Log {
    const known = this.#logs.get(lessonId);
    if (known) return known;
    const log: Log = { epoch: 0, events: [], outcomes: new Map() };
    this.#logs.set(lessonId, log);
    return log;
  }
}

function isUnfinished(events: readonly StoredEvent[], at: number): boolean {
  const last = events.at(-1);
  return last !== undefined && last.at >= at && !events.some(({ event }) => event.type === 'lesson.ended');
}
