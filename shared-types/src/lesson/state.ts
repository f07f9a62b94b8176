import type { ClassroomId, LessonId, PeerId, RoundId, SchoolId, SeatId, TrackId } from '../ids.ts';
import type { Acting } from './acting/acting.ts';
import type { MergedBranch } from './branch/branch-events.ts';
import type { BuzzerRound } from './buzzer/buzzer-state.ts';
import type { Praise } from './cheer/praise.ts';
import type { LessonClock } from './clock/lesson-clock.ts';
import type { Draw } from './draw/draw.ts';
import { type Floor, FREE_FLOOR } from './floor/floor.ts';
import type { HandReason } from './hands/hand-reason.ts';
import type { Heard } from './hands/heard.ts';
import { type Ink, NO_INK } from './ink/ink.ts';
import type { PeerLink } from './links/peer-link.ts';
import type { PackState } from './pack/pack-state.ts';
import { NO_PAPERS, type Papers } from './papers/papers.ts';
import type { Standing } from './question/classroom-score.ts';
import type { QuestionRound } from './question/round.ts';
import type { SharedScreen } from './screen/shared-screen.ts';
import type { SecondTeacher } from './second/second-teacher.ts';
import type { SelfTest } from './self-test/self-test.ts';
import type { Slide } from './slides/slide.ts';
import type { TeachersWord } from './words/teachers-word.ts';
import { NO_WORKS, type Works } from './works/works.ts';

/** All times are milliseconds since 1970 on the server's clock. */
export type Time = number;

/** A pupil as other rooms may read it: a classroom and a number, never a name. */
export interface SeatRef {
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId;
  readonly number: number;
}

export interface Seat {
  readonly seatId: SeatId;
  readonly number: number;
  /** Hash of the device key that holds the seat; '' where the viewer may not see it; null when free. */
  readonly device: string | null;
  readonly online: boolean;
  /** Since when the tablet of the seat has been gone; null while it is here, and where none was. */
  readonly awaySince: Time | null;
  /** A second device that waits for the assistant's 换设备. */
  readonly request: { readonly device: string; readonly at: Time } | null;
}

/** A tablet that is handed round, or asks to be; `tabletId` is its own choice, `number` what people call it by. */
export interface SharedTablet {
  readonly tabletId: string;
  readonly number: number;
  /** Hash of its device key; '' where the viewer may not see it. */
  readonly device: string;
  /** False while it waits for the assistant. */
  readonly allowed: boolean;
  readonly online: boolean;
  readonly at: Time;
}

export type Camera = 'off' | 'on' | 'refused' | 'busy' | 'missing';

export interface Classroom {
  readonly classroomId: ClassroomId;
  readonly schoolId: SchoolId;
  readonly name: string;
  /** The lead teacher's own class: its media endpoint is the teacher's laptop, a board there is display only. */
  readonly own: boolean;
  readonly cameraAllowed: boolean;
  /** Other rooms may read given names of this classroom's pupils. */
  readonly givenNames: boolean;
  /** Pupils' 128-bit join token in the QR; '' where the viewer may not see it. */
  readonly ticket: string;
  /** The six digits while the door is open; '' where the viewer may not see them; null when closed. */
  readonly doorCode: string | null;
  readonly board: {
    readonly online: boolean;
    readonly ready: boolean;
    /** Since when it has been gone; null while it is here, and before it first came. */
    readonly awaySince: Time | null;
  };
  /** How far its board is with the lesson's pack; null where nobody has said, or the viewer may not know. */
  readonly pack: PackState | null;
  readonly camera: Camera;
  readonly covered: boolean;
  /** A turn opens the microphone only when the assistant does. */
  readonly microphoneWaits: boolean;
  readonly left: boolean;
  readonly seats: Readonly<Record<SeatId, Seat>>;
  readonly tablets: Readonly<Record<string, SharedTablet>>;
}

export interface Hand {
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId | null;
  readonly number: number | null;
  /** Null where nobody has said. */
  readonly reason: HandReason | null;
  /** When it went up. */
  readonly at: Time;
}

export type Round = BuzzerRound | QuestionRound;

export const TRACK_SOURCES = ['camera', 'microphone', 'screen', 'screen-sound'] as const;
export type TrackSource = (typeof TRACK_SOURCES)[number];
/** What a device of the room gives, and nobody has to choose. */
export type DeviceSource = Extract<TrackSource, 'camera' | 'microphone'>;

export interface Track {
  readonly trackId: TrackId;
  readonly peerId: PeerId;
  readonly source: TrackSource;
}

export interface LessonState {
  readonly lessonId: LessonId;
  readonly schoolId: SchoolId;
  readonly leadId: string;
  readonly title: string;
  readonly phase: 'planned' | 'live' | 'ended';
  readonly plannedAt: Time;
  readonly startedAt: Time | null;
  readonly endedAt: Time | null;
  readonly leadOnline: boolean;
  /** Since when the lead teacher has been gone; null while here, and before the first visit. */
  readonly leadAwaySince: Time | null;
  /** The lead teacher has been gone so long that the turns have ended, and is not back. */
  readonly leadMissed: boolean;
  /** Who leads in the lead teacher's place; null where nobody does. */
  readonly acting: Acting | null;
  /** Second teachers by their accounts. */
  readonly seconds: Readonly<Record<string, SecondTeacher>>;
  readonly classrooms: Readonly<Record<ClassroomId, Classroom>>;
  /** In the order in which they went up. */
  readonly hands: readonly Hand[];
  /** Between the lead teacher and the assistants, in the order in which they were said. */
  readonly words: readonly TeachersWord[];
  readonly floor: Floor;
  /** Who was drawn by lot and has not got the turn yet. */
  readonly draw: Draw | null;
  /** The lesson's deck at its page; null where none was chosen. */
  readonly slide: Slide | null;
  /** Pages that no deck brought. */
  readonly papers: Papers;
  /** Of every page and work, whether it is shown or not. */
  readonly ink: Ink;
  readonly round: Round | null;
  readonly screen: SharedScreen | null;
  readonly works: Works;
  /** The clock that everybody sees. */
  readonly clock: LessonClock | null;
  /** The latest, however long ago. */
  readonly praise: Praise | null;
  /** Since when each classroom claps, or last did. */
  readonly applause: Readonly<Record<ClassroomId, Time>>;
  /** The rounds that were before, the newest last: what comes for them comes too late. */
  readonly pastRounds: readonly RoundId[];
  readonly tracks: Readonly<Record<TrackId, Track>>;
  /** Of the media endpoints whose link was ever another than a good one, or is to be; only those that the viewer may know. */
  readonly links: Readonly<Record<PeerId, PeerLink>>;
  /** The latest self-test of each media endpoint that made one; only those that the viewer may know. */
  readonly selfTests: Readonly<Record<PeerId, SelfTest>>;
  readonly scores: Readonly<Record<SeatId, number>>;
  /** Points that a classroom won as a whole: by its board, a raised hand or a team. */
  readonly roomPoints: Readonly<Record<ClassroomId, number>>;
  /** Buzzer rounds that a classroom won in this lesson. */
  readonly wins: Readonly<Record<ClassroomId, number>>;
  /** Turns that a classroom had in this lesson. */
  readonly turns: Readonly<Record<ClassroomId, number>>;
  /** Null where the viewer may not know. */
  readonly heard: Heard | null;
  /** What right answers bring: a point or none, and more in a row or not. */
  readonly scoring: { readonly points: boolean; readonly streaks: boolean };
  /** Right answers in a row, of seats that have one. */
  readonly streaks: Readonly<Record<SeatId, number>>;
  /** How far each classroom is; `classroomScore` makes its score of it. */
  readonly standings: Readonly<Record<ClassroomId, Standing>>;
  /** What classrooms did by themselves while their link was cut, by branch; only those that the viewer may know. */
  readonly branches: Readonly<Record<string, MergedBranch>>;
}

/** The state before the first event. */
export const EMPTY_LESSON: LessonState = {
  lessonId: '',
  schoolId: '',
  leadId: '',
  title: '',
  phase: 'planned',
  plannedAt: 0,
  startedAt: null,
  endedAt: null,
  leadOnline: false,
  leadAwaySince: null,
  leadMissed: false,
  acting: null,
  seconds: {},
  classrooms: {},
  hands: [],
  words: [],
  floor: FREE_FLOOR,
  draw: null,
  slide: null,
  papers: NO_PAPERS,
  ink: NO_INK,
  round: null,
  screen: null,
  works: NO_WORKS,
  clock: null,
  praise: null,
  applause: {},
  pastRounds: [],
  tracks: {},
  links: {},
  selfTests: {},
  scores: {},
  roomPoints: {},
  wins: {},
  turns: {},
  heard: { turns: {}, before: {} },
  scoring: { points: true, streaks: false },
  streaks: {},
  standings: {},
  branches: {},
};
