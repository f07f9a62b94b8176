import type { Actor, EventBatch, LessonEvent, LessonId } from '@tongke/shared-types';
import { visibleTo } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { Happened } from '../room/happened.ts';

/** Counts reach a screen at most four times a second; single answers reach the lead teacher in portions. */
const HOLD_MS = { 'answer.counted': 250, 'buzzer.counted': 250, 'answer.given': 100 } as const;

export interface OutboxOptions {
  readonly lessonId: LessonId;
  readonly viewer: Actor;
  readonly version: number;
  readonly clock: Clock;
  readonly send: (batch: EventBatch) => void;
}

/** [RS9] What one viewer is told: filtered last, in order, with the version at which the screen then stands. */
export class Outbox {
  readonly #options: OutboxOptions;
  #held: LessonEvent[] = [];
  #version: number;
  /** Where the screen stands. */
  #told: number;
  #sentAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;
  #due = Number.POSITIVE_INFINITY;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#told = options.version;
  }

  push(batch: readonly Happened[]): void {
    const { viewer, clock } = this.#options;
    this.#version = batch.at(-1)?.version ?? this.#version;
    const events = visibleBatch(viewer, batch);
    if (events.length === 0) return;
    this.#held.push(...events);
    const patience = Math.min(...events.map((event) => patienceOf(viewer, event)));
    const due = this.#sentAt + patience;
    if (due <= clock.now()) this.flush();
    else if (due < this.#due) {
      this.#cancel?.();
      this.#due = due;
      this.#cancel = clock.after(due - clock.now(), () => this.flush());
    }
  }

  /** Sends what is held, now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#due = Number.POSITIVE_INFINITY;
    if (this.#held.length === 0) return;
    const { lessonId, clock, send } = this.#options;
    const events = lastCounts(this.#held);
    this.#held = [];
    this.#sentAt = clock.now();
    const from = this.#told;
    this.#told = this.#version;
    send({ lessonId, from, events, upTo: this.#version, now: clock.now() });
  }

  /** Forgets what is held: the viewer has left, or gets a snapshot instead. */
  close(): void {
    this.#cancel?.();
    this.#held = [];
  }
}

/** What the viewer may see of these events. */
export function visibleBatch(viewer: Actor, batch: readonly Happened[]): LessonEvent[] {
  return batch.flatMap(({ event }) => visibleTo(viewer, event) ?? []);
}

/** How long an event may wait for others; a pupil's own answer does not wait. */
function patienceOf(viewer: Actor, { type }: LessonEvent): number {
  if (isCount(type)) return HOLD_MS[type];
  return type === 'answer.given' && viewer.role === 'lead' ? HOLD_MS[type] : 0;
}

/** Of several counts of one classroom the last one says it all. */
function lastCounts(events: readonly LessonEvent[]): LessonEvent[] {
  const last = new Map<string, LessonEvent>();
  for (const event of events) if (isCounted(event)) last.set(countKey(event), event);
  return events.filter((event) => !isCounted(event) || last.get(countKey(event)) === event);
}

type Counted = Extract<LessonEvent, { type: 'answer.counted' | 'buzzer.counted' }>;

function isCounted(event: LessonEvent): event is Counted {
  return isCount(event.type);
}

function isCount(type: LessonEvent['type']): type is Counted['type'] {
  return type === 'answer.counted' || type === 'buzzer.counted';
}

function countKey({ roundId, classroomId }: { readonly roundId: string; readonly classroomId: string }): string {
  return `${roundId} ${classroomId}`;
}
