import type {
  ClassroomId,
  EarlierLessons,
  LessonId,
  PreparedClassroom,
  SchoolId,
  SeatId,
  Speaker,
  StaffRole,
} from '@tongke/shared-types';

export interface Account {
  readonly accountId: string;
  readonly schoolId: SchoolId;
  readonly role: StaffRole;
  readonly name: string;
}

/** A paired board, or an assistant's phone paired by scanning one. */
export interface Device {
  readonly deviceId: string;
  readonly kind: 'board' | 'phone';
  readonly classroomId: ClassroomId;
  readonly schoolId: SchoolId;
}

/** A timetable entry with everything that a lesson's log starts from; names stay behind. */
export interface PlannedLesson {
  readonly lessonId: LessonId;
  readonly schoolId: SchoolId;
  readonly leadId: string;
  readonly title: string;
  readonly plannedAt: number;
  readonly endedAt: number | null;
  readonly classrooms: readonly PreparedClassroom[];
  /** Accounts of its second teachers. */
  readonly seconds: readonly string[];
}

export interface PupilName {
  readonly classroomId: ClassroomId;
  readonly seatId: SeatId;
  readonly name: string;
  /** The school runs by number alone: nobody reads the name in a lesson. */
  readonly numbersOnly: boolean;
}

/** What a lesson wants to know of a deck. */
export interface LessonDeck {
  readonly accountId: string;
  readonly title: string;
  readonly pages: number | null;
}

/** What the timetable learns from a lesson's log. */
export interface LessonMarks {
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** With the end: who had a turn. */
  readonly spoke?: readonly Speaker[];
}

/** What the lesson's side of signaling asks of the catalogue. Tokens are secrets as the client sent them; the store keeps hashes. */
export interface LessonCatalogue {
  accountOfSession(token: string): Promise<{ readonly sessionId: string; readonly account: Account } | null>;
  deviceOfToken(token: string): Promise<Device | null>;
  lesson(lessonId: LessonId): Promise<PlannedLesson | null>;
  /** Lessons of the timetable that have started and not ended, whenever that was. */
  liveLessons(): Promise<readonly LessonId[]>;
  /** The lesson that a classroom is in now: a live one, else the next one planned from 4 h ago to 30 min ahead that has not ended. */
  currentLessonOf(classroomId: ClassroomId, now: number): Promise<LessonId | null>;
  /** All lessons that are held now or due: those that `currentLessonOf` chooses from. */
  lessonsOfNow(now: number): Promise<readonly LessonId[]>;
  /** For a board between lessons. */
  waitingRoom(
    classroomId: ClassroomId,
    now: number,
  ): Promise<{
    readonly classroomName: string;
    readonly schoolName: string;
    readonly next: { readonly title: string; readonly plannedAt: number } | null;
  } | null>;
  /** A teacher's deck; `pages` is null while it has none yet. */
  deck(deckId: string): Promise<LessonDeck | null>;
  namesOf(lessonId: LessonId): Promise<readonly PupilName[]>;
  /** Adds a child with the next free number; the same seat id again changes nothing and gives the same number (and `isNew` false). */
  addPupil(pupil: {
    readonly seatId: SeatId;
    readonly classroomId: ClassroomId;
    readonly name: string;
  }): Promise<{ readonly number: number; readonly isNew: boolean } | 'full'>;
  /** Takes a child out again whose seat no lesson could take. */
  dropPupil(seatId: SeatId): Promise<void>;
  /** Real start and end, for the register, and who had a turn: all of it is kept, or nothing. */
  markLesson(lessonId: LessonId, at: LessonMarks): Promise<void>;
  /** [FL11] What the latest ended lessons say of this lesson's classrooms; nothing of those that were in none. */
  earlierLessons(lessonId: LessonId): Promise<readonly EarlierLessons[]>;
}
