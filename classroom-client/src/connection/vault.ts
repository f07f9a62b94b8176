import type { Command, LessonId, Refusal } from '@tongke/shared-types';

/** A press or an answer, kept on the device until the server has it on disk. There is one for each lesson, round and seat: the newest. */
export interface KeptItem {
  readonly lessonId: LessonId;
  readonly roundId: string;
  readonly seatId: string;
  /** As whom this device sends it: the seat itself, or a tablet that is handed round. */
  readonly holder: string;
  readonly id: string;
  readonly command: Command;
  /** A refusal that time does not heal: too late, most often. */
  readonly state: 'sending' | 'received' | { readonly refused: Refusal };
  /** When it was given, by this device's clock, ms. */
  readonly at: number;
}

/** Where presses and answers outlive the page. Nothing here rejects: a device that cannot keep sends all the same. */
export interface Vault {
  /** Settles once it is on the device, or cannot be kept. */
  readonly keep: (item: KeptItem) => Promise<void>;
  /** Writes what became of it, unless a newer one has taken its place, by another tab too. */
  readonly settle: (item: KeptItem) => Promise<void>;
  /** What this holder has here of the lesson, oldest first. */
  readonly recall: (lessonId: LessonId, holder: string) => Promise<readonly KeptItem[]>;
  /** Forgets what a later round has made useless: of this lesson what is settled, except of this round, and everything a day old. */
  readonly tidy: (lessonId: LessonId, roundId: string) => Promise<void>;
}

const DAY_MS = 86_400_000;

/** True when nobody needs this any more once `roundId` has begun. */
export function isOver(item: KeptItem, lessonId: LessonId, roundId: string): boolean {
  if (item.at < Date.now() - DAY_MS) return true;
  return item.lessonId === lessonId && item.roundId !== roundId && item.state !== 'sending';
}

/** True for the same lesson, round and seat. */
export function isSamePlace(one: KeptItem, other: KeptItem): boolean {
  return one.lessonId === other.lessonId && one.roundId === other.roundId && one.seatId === other.seatId;
}
