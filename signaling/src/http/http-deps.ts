import type { FastifyBaseLogger } from 'fastify';
import type { BlobDesk } from '../blobs/blob-desk.ts';
import type { LessonWindow } from '../blobs/lesson-window.ts';
import type { BranchDesk } from '../branches/branch-desk.ts';
import type { DeckDesk } from '../decks/deck-desk.ts';
import type { GuessLimiter } from '../guard/guess-limiter.ts';
import type { Revocations } from '../guard/revocations.ts';
import type { Catalogue } from '../store/catalogue-stores.ts';

/** What the web side of signaling is built from. */
export interface HttpDeps {
  readonly catalogue: Catalogue;
  readonly blobs: BlobDesk;
  readonly decks: DeckDesk;
  readonly lessons: LessonWindow;
  /** Takes in what classrooms did while their links were cut. */
  readonly branches: BranchDesk;
  readonly revocations: Revocations;
  readonly guesses: GuessLimiter;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
  /** Where staff links point, without a slash at the end: `https://192.168.1.5:8443`. */
  readonly staffOrigin: string;
  /** The built pages. */
  readonly clientDir: string;
  /** The local CA's certificate for `/ca.crt`; null where certificate files were given. */
  readonly caFile: string | null;
  /** Bytes left on the disk that holds the database; null when nobody knows. */
  readonly freeBytes: () => Promise<number | null>;
  /** A classroom's roster or settings changed, so a prepared lesson may want to look again. */
  readonly onClassroomChanged?: (classroomId: string) => void;
  /** A school's settings changed, or what it agreed with another school. */
  readonly onSchoolChanged?: (schoolId: string) => void;
  /** A lesson left the timetable, or lost classrooms there. */
  readonly onLessonChanged?: (lessonId: string) => void;
}
