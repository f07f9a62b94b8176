import type { ClassroomId, PeerId, RoundId, SeatId, TrackId } from '../../ids.ts';
import type { Rung, UplinkRung } from '../../ladder/rungs.ts';
import type { BranchMerge } from '../branch/merge-branch.ts';
import type { EntrantMeasure } from '../buzzer/measure.ts';
import type { MeasuredPress } from '../buzzer/press.ts';
import type { EarlierLessons } from '../hands/heard.ts';
import type { TrackSource } from '../state.ts';

/** What the server itself reports to a lesson: the catalogue, presence, the SFU and the clock. Never parsed from a client. */
export type ServerCommand =
  | {
      readonly type: 'lesson.prepare';
      readonly lessonId: string;
      readonly schoolId: string;
      readonly leadId: string;
      readonly title: string;
      readonly plannedAt: number;
      readonly classrooms: readonly PreparedClassroom[];
      /** Accounts of the second teachers; none where left out. */
      readonly seconds?: readonly string[];
    }
  | { readonly type: 'lesson.cancel' }
  /** What the catalogue knows of earlier lessons, before this one starts. */
  | { readonly type: 'lesson.recall'; readonly classrooms: readonly EarlierLessons[] }
  | { readonly type: 'peer.came'; readonly peer: PresentPeer }
  | { readonly type: 'peer.went'; readonly peer: PresentPeer; readonly cause: string }
  | {
      readonly type: 'seat.register';
      readonly classroomId: ClassroomId;
      readonly seats: readonly { readonly seatId: SeatId; readonly number: number }[];
    }
  /** The lead teacher chose a deck, which is the own one and ready. */
  | { readonly type: 'deck.put'; readonly deckId: string; readonly title: string; readonly pages: number }
  | { readonly type: 'track.publish'; readonly trackId: TrackId; readonly peerId: PeerId; readonly source: TrackSource }
  | { readonly type: 'track.close'; readonly trackId: TrackId; readonly cause: string }
  /** What the SFU still has after either side came back: every other track is gone. */
  | { readonly type: 'tracks.keep'; readonly trackIds: readonly TrackId[]; readonly cause: string }
  /** The SFU sees the link of a peer on these rungs. */
  | { readonly type: 'link.report'; readonly peerId: PeerId; readonly down: Rung; readonly up: UplinkRung }
  /** The cue is due, and so were the links measured. */
  | { readonly type: 'buzzer.start'; readonly roundId: RoundId; readonly measures: readonly EntrantMeasure[] }
  | ({ readonly type: 'press.measured' } & MeasuredPress)
  /** A board sent what its classroom did while its link was cut. */
  | ({ readonly type: 'branch.merge' } & BranchMerge)
  | { readonly type: 'tick' };

export interface PreparedClassroom {
  readonly classroomId: ClassroomId;
  readonly schoolId: string;
  readonly name: string;
  readonly own: boolean;
  readonly cameraAllowed: boolean;
  readonly givenNames: boolean;
  readonly seats: readonly { readonly seatId: SeatId; readonly number: number }[];
}

export type PresentPeer =
  | { readonly kind: 'lead' }
  | { readonly kind: 'second'; readonly staffId: string }
  | { readonly kind: 'board'; readonly classroomId: ClassroomId }
  /** The board or any phone of a classroom. */
  | { readonly kind: 'assistant'; readonly classroomId: ClassroomId }
  | { readonly kind: 'seat'; readonly classroomId: ClassroomId; readonly seatId: SeatId }
  | { readonly kind: 'tablet'; readonly classroomId: ClassroomId; readonly tabletId: string };
