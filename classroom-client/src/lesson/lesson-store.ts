import {
  type Addresses,
  type EventBatch,
  evolveAll,
  type Names,
  type Refusal,
  type Snapshot,
  type WaitingRoom,
} from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { atLeast, type ClockEstimate, UNKNOWN_CLOCK } from '../connection/clock.ts';

/** `connecting` before the first answer, `lost` while it finds its way back, `closed` when only a person can help. */
export type LinkPhase = 'connecting' | 'online' | 'lost' | 'closed';

/** All that a screen knows of its lesson. Only the connection changes it. */
export interface LessonScreen {
  readonly link: LinkPhase;
  /** Why the link is closed, or what the server cannot do just now. */
  readonly reason: Refusal | null;
  /** The lesson as this viewer may hold it; null before the first snapshot and between lessons. */
  readonly lesson: Snapshot | null;
  /** Set while a paired board waits between lessons. */
  readonly waiting: WaitingRoom | null;
  readonly addresses: Addresses | null;
  readonly clock: ClockEstimate;
}

export type LessonStore = StoreApi<LessonScreen>;

const BEFORE: LessonScreen = {
  link: 'connecting',
  reason: null,
  lesson: null,
  waiting: null,
  addresses: null,
  clock: UNKNOWN_CLOCK,
};

/** A fresh store; tests and the gallery give it a beginning. */
export function createLessonStore(beginning: Partial<LessonScreen> = {}): LessonStore {
  return createStore(() => ({ ...BEFORE, ...beginning }));
}

/** A lesson or a newer view of it: another seat, another role, or after too many missed events. */
export function adoptSnapshot(screen: LessonScreen, snapshot: Snapshot): LessonScreen {
  return { ...screen, lesson: snapshot, waiting: null };
}

/**
 * [RS1] [RS10] Folds a batch by the rules that the server runs; one that is known already changes nothing. Null where one before it is
 * missing, or it is of another lesson: the server must be asked.
 */
export function adoptBatch(screen: LessonScreen, batch: EventBatch, receivedAt: number): LessonScreen | null {
  const { lesson } = screen;
  if (lesson?.lessonId !== batch.lessonId) return null;
  if (batch.upTo <= lesson.version) return screen;
  if (batch.from !== lesson.version) return null;
  const view = evolveAll(lesson.view, batch.events);
  const clock = atLeast(screen.clock, batch.now, receivedAt);
  return { ...screen, lesson: { ...lesson, view, version: batch.upTo }, clock };
}

/** Names that this viewer may read now. */
export function adoptNames(screen: LessonScreen, names: Names): LessonScreen {
  return screen.lesson ? { ...screen, lesson: { ...screen.lesson, names } } : screen;
}
