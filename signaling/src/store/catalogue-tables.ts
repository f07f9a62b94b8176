import type { DeckStatus, Refusal, StaffRole } from '@tongke/shared-types';
import type { ColumnType, Kysely } from 'kysely';

/** SQLite keeps a boolean as 0 or 1. */
type Flag = ColumnType<number, boolean, boolean>;

/** The rows of the catalogue, as queries see them; times are milliseconds since 1970. */
export type CatalogueTables = {
  /** `photoDays`: how long pupils' photos are kept. */
  schools: { schoolId: string; name: string; numbersOnly: Flag; photoDays: number; createdAt: number };
  accounts: {
    accountId: string;
    schoolId: string;
    role: StaffRole;
    name: string;
    operator: Flag;
    createdAt: number;
    removedAt: number | null;
  };
  sessions: {
    sessionId: string;
    accountId: string;
    schoolId: string;
    tokenHash: string;
    browser: string;
    createdAt: number;
    lastSeenAt: number;
    expiresAt: number;
  };
  /** `subject` is the account of a sign-in link, the board of a phone link. */
  links: {
    tokenHash: string;
    linkId: string;
    kind: 'setup' | 'invite' | 'sign-in' | 'pairing' | 'phone';
    schoolId: string | null;
    subject: string | null;
    role: StaffRole | null;
    name: string | null;
    expiresAt: number;
    usedAt: number | null;
    /** The account and the session that made it; null for the server and for boards. */
    madeBy: string | null;
    madeIn: string | null;
  };
  /** One row for both sides: `schoolA` is the smaller id. */
  pairings: {
    pairingId: string;
    schoolA: string;
    schoolB: string;
    aGivenNames: Flag;
    bGivenNames: Flag;
    createdAt: number;
  };
  classrooms: {
    classroomId: string;
    schoolId: string;
    name: string;
    cameraAllowed: Flag;
    createdAt: number;
    removedAt: number | null;
  };
  pupils: { seatId: string; classroomId: string; schoolId: string; number: number; name: string };
  lessons: {
    lessonId: string;
    schoolId: string;
    leadId: string;
    title: string;
    plannedAt: number;
    startedAt: number | null;
    endedAt: number | null;
    createdAt: number;
  };
  lessonClassrooms: { lessonId: string; classroomId: string; schoolId: string; own: Flag; position: number };
  lessonSeconds: { lessonId: string; accountId: string };
  /** Who had a turn in a lesson: a seat, and '' for the classroom, whoever of it spoke. */
  lessonTurns: { lessonId: string; classroomId: string; seatId: string };
  questions: {
    questionId: string;
    schoolId: string;
    accountId: string;
    subject: string;
    grade: number | null;
    prompt: string;
    /** The hash of a picture. */
    picture: string | null;
    /** JSON. */
    task: string;
    explanation: string;
    readSeconds: number;
    seconds: number;
    /** Everything that can be looked for, as `searchable` makes it. */
    words: string;
    createdAt: number;
  };
  questionPoints: { questionId: string; position: number; point: string };
  lessonQuestions: { lessonId: string; questionId: string; position: number };
  /** Pictures of questions; the file is named by its hash. A picture that no question uses goes a day after `touchedAt`. */
  pictures: { hash: string; accountId: string; schoolId: string; touchedAt: number };
  /** Photos that pupils sent; the school is that of the classroom. */
  photos: {
    hash: string;
    lessonId: string;
    roundId: string;
    seatId: string;
    classroomId: string;
    schoolId: string;
    takenAt: number;
  };
  decks: {
    deckId: string;
    schoolId: string;
    accountId: string;
    title: string;
    /** JSON: the bytes of each of its files. */
    files: string;
    status: DeckStatus;
    received: number;
    bytes: number;
    pages: number | null;
    problem: Refusal | null;
    createdAt: number;
  };
  /** `large` and `small` are hashes of pictures, null where the page could not be drawn. */
  deckPages: {
    deckId: string;
    page: number;
    large: string | null;
    small: string | null;
    text: string;
    notes: string;
    animated: Flag;
    /** Text and notes, as `searchable` makes them. */
    words: string;
  };
  deckPins: { deckId: string; page: number; position: number; questionId: string };
  devices: {
    deviceId: string;
    kind: 'board' | 'phone';
    classroomId: string;
    schoolId: string;
    boardId: string | null;
    tokenHash: string;
    browser: string;
    pairedBy: string;
    /** The school of who entered the PIN. */
    pairedSchool: string | null;
    pairedAt: number;
  };
  /** A board on its way to be paired; `classroomId` is set once somebody has entered its PIN. */
  boardClaims: {
    claimHash: string;
    pin: string | null;
    browser: string;
    expiresAt: number;
    schoolId: string | null;
    classroomId: string | null;
    boardId: string | null;
    pairedBy: string | null;
    pairedSchool: string | null;
  };
  settingsLog: {
    changeId: string;
    schoolId: string;
    at: number;
    accountId: string;
    kind: 'school' | 'classroom' | 'pairing';
    aboutId: string;
    aboutName: string;
    setting: 'name' | 'numbersOnly' | 'photoDays' | 'cameraAllowed' | 'givenNames' | 'paired';
    fromValue: string;
    toValue: string;
  };
  alerts: { alertId: string; kind: 'wrong-guesses' | 'disk-nearly-full'; at: number; value: number };
};

/** The catalogue's tables, inside or outside a transaction. */
export type CatalogueDb = Kysely<CatalogueTables>;
