import type { Actor, LessonEvent, LessonId } from '@tongke/shared-types';
import { visibleTo } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { Numbered } from '../room/happened.ts';
import { type Frame, frameOf } from './frame.ts';

/** Counts reach a screen at most four times a second; single answers reach the lead teacher in portions. */
const HOLD_MS = { 'answer.counted': 250, 'buzzer.counted': 250, 'answer.given': 100 } as const;
/** Everything else goes at once, until so many batches have gone in close order; then one in so long. */
const BATCH_MS = 50;
const AT_ONCE = 4;

/** A screen of the audience. */
export interface Reader {
  readonly actor: Actor;
  /** The version up to which it knows everything, where that is later than the audience's. */
  heard: number;
  tell(frame: Frame): void;
}

export interface OutboxOptions {
  readonly lessonId: LessonId;
  /** Stands for all readers. */
  readonly viewer: Actor;
  readonly version: number;
  readonly clock: Clock;
}

/** An event that waits, as the audience sees it. */
interface Held {
  readonly version: number;
  readonly event: LessonEvent;
}

/**
 * [RS9] What an audience is told: filtered last, in order, with the version at which a screen then stands. Filtered and encoded once for
 * all, and for a single reader only where the event is about that reader's seat.
 */
export class Outbox {
  readonly readers = new Set<Reader>();
  readonly #options: OutboxOptions;
  #held: readonly Held[] = [];
  #version: number;
  /** The version at which readers stand who are told what all are told. */
  #flushed: number;
  #sentAt = Number.NEGATIVE_INFINITY;
  /** When a batch would go if all went one `BATCH_MS` after the other. */
  #paced = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;
  #due = Number.POSITIVE_INFINITY;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#version = options.version;
    this.#flushed = options.version;
  }

  /** `apart` names the readers whose seats are spoken of, each with those events. */
  push(batch: readonly Numbered[], apart: ReadonlyMap<Reader, readonly Numbered[]> = new Map()): void {
    const { viewer, clock } = this.#options;
    const now = clock.now();
    this.#version = batch.at(-1)?.version ?? this.#version;
    // [RS14] The clock may have been set back since.
    this.#sentAt = Math.min(this.#sentAt, now);
    this.#paced = Math.min(this.#paced, now + (AT_ONCE + 1) * BATCH_MS);
    const fresh = heldOf(viewer, batch);
    if (fresh.length > 0) this.#held = lastCounts([...this.#held, ...fresh]);
    if (apart.size > 0) {
      const told = new Map(fresh.map(({ version, event }) => [version, event]));
      for (const [reader, about] of apart) this.#tellApart(reader, about, told);
    }
    if (fresh.length === 0) return;
    const due = Math.min(...fresh.map(({ event }) => this.#dueOf(event)));
    if (due <= now) this.flush();
    else if (due < this.#due) {
      this.#cancel?.();
      this.#due = due;
      this.#cancel = clock.after(due - now, () => this.flush());
    }
  }

  /** Sends what is held, now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#due = Number.POSITIVE_INFINITY;
    const held = this.#held;
    if (held.length === 0) return;
    this.#held = [];
    const now = this.#options.clock.now();
    this.#sentAt = now;
    this.#paced = Math.max(this.#paced, now) + BATCH_MS;
    const common = this.#frame(held, this.#flushed);
    for (const reader of this.readers) {
      if (reader.heard <= this.#flushed) reader.tell(common);
      else this.#tellLater(reader, held);
    }
    this.#flushed = this.#version;
  }

  /** Forgets what is held: nobody is there who would read it. */
  close(): void {
    this.#cancel?.();
    this.#held = [];
  }

  /** Who came, or was told something alone, since all were told has heard a part of it. */
  #tellLater(reader: Reader, held: readonly Held[]): void {
    if (reader.heard >= this.#version) return;
    const later = held.filter(({ version }) => version > reader.heard);
    // Told even when nothing of it is new: the next batch begins where this one ends.
    reader.tell(this.#frame(later, reader.heard));
  }

  /** A pupil's own answer does not wait, and takes along what was held, in order. `told` is what all are told of this batch. */
  #tellApart(reader: Reader, about: readonly Numbered[], told: ReadonlyMap<number, LessonEvent>): void {
    const own = about
      .map(({ version, event }) => ({ version, event: visibleTo(reader.actor, event) }))
      .filter(({ version, event }) => event !== (told.get(version) ?? null));
    if (own.length === 0) return;
    const versions = new Set(own.map(({ version }) => version));
    const common = this.#held.filter(({ version }) => version > reader.heard && !versions.has(version));
    const seen = own.flatMap(({ version, event }) => (event ? { version, event } : []));
    const all = [...common, ...seen].sort((a, b) => a.version - b.version);
    const from = Math.max(reader.heard, this.#flushed);
    reader.heard = this.#version;
    reader.tell(this.#frame(all, from));
  }

  #frame(held: readonly Held[], from: number): Frame {
    const { lessonId, clock } = this.#options;
    const [only] = held;
    // [PG3] A page turn is a few bytes: a weak link must not wait for it behind its own envelope.
    if (held.length === 1 && only?.event.type === 'page.turned')
      return frameOf('page', `[${from},${this.#version},${only.event.page}]`);
    const events = held.map(({ event }) => encoded(event)).join();
    const rest = `"from":${from},"upTo":${this.#version},"now":${clock.now()}`;
    return frameOf('events', `{"lessonId":${JSON.stringify(lessonId)},"events":[${events}],${rest}}`);
  }

  #dueOf({ type }: LessonEvent): number {
    // A single answer is what the lead teacher sees of it.
    if (isCount(type) || type === 'answer.given') return this.#sentAt + HOLD_MS[type];
    return this.#paced - AT_ONCE * BATCH_MS;
  }
}

function heldOf(viewer: Actor, batch: readonly Numbered[]): Held[] {
  const held: Held[] = [];
  for (const { version, event } of batch) {
    const visible = visibleTo(viewer, event);
    if (visible) held.push({ version, event: visible });
  }
  return held;
}

/** Of several counts of one classroom the last one says it all. */
function lastCounts(held: readonly Held[]): readonly Held[] {
  const last = new Map<string, Held>();
  for (const one of held) if (isCount(one.event.type)) last.set(countKey(one.event), one);
  if (last.size === 0) return held;
  return held.filter((one) => !isCount(one.event.type) || last.get(countKey(one.event)) === one);
}

function isCount(type: LessonEvent['type']): type is 'answer.counted' | 'buzzer.counted' {
  return type === 'answer.counted' || type === 'buzzer.counted';
}

function countKey(event: LessonEvent): string {
  return 'classroomId' in event && 'roundId' in event ? `${event.roundId} ${event.classroomId}` : '';
}

const JSON_OF = new WeakMap<LessonEvent, string>();

/** An event as JSON, made once however many audiences see the same. */
function encoded(event: LessonEvent): string {
  const known = JSON_OF.get(event);
  if (known !== undefined) return known;
  const json = JSON.stringify(event);
  JSON_OF.set(event, json);
  return json;
}
