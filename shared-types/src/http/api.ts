import type { BranchLog } from '../lesson/branch/branch-log.ts';
import type { LessonPack } from '../lesson/pack/lesson-pack.ts';
import type {
  AcceptInviteBody,
  AccountItem,
  InviteBody,
  InviteItem,
  Me,
  OneTimeLink,
  OpenLink,
  SessionItem,
  SetupBody,
  SignInLinkBody,
  TokenBody,
} from './accounts.ts';
import type { AlertItem } from './alerts.ts';
import type { BankImport } from './bank-files.ts';
import type { BlobItem, FileReply } from './blobs.ts';
import type { BoardClaim, BoardItem, BoardPin, ClaimBody, PairBoardBody } from './boards.ts';
import type { ClassroomItem, ClassroomPatch, NewClassroomBody } from './classrooms.ts';
import type { DeckItem, DeckPage, DeckPatch, DeckPinsBody, DeckQuery, NewDeckBody } from './decks.ts';
import type { LessonItem, LessonSecondsBody, NewLessonBody, SecondChoice } from './lessons.ts';
import type { PairingItem, PairingPatch } from './pairings.ts';
import type { PairedPhone, PhoneItem } from './phones.ts';
import type { LessonQuestionsBody, NewQuestionBody, QuestionItem, QuestionPage, QuestionQuery } from './questions.ts';
import type { RosterPupil } from './rosters.ts';
import type { NewSchoolBody, SchoolItem, SchoolPatch, SettingsChange } from './schools.ts';

/**
 * A route: who proves what, its body and its answer beside `ok: true`. `staff` prove it by session cookie, a `board` by
 * `Authorization: Bearer TOKEN`, a `seat` by `Authorization: Seat LESSON.DEVICEKEY`; a `viewer` is any of these, or a phone.
 */
interface Route<Who extends 'anyone' | 'staff' | 'board' | 'seat' | 'viewer', Body, Reply extends object> {
  readonly who: Who;
  readonly body: Body;
  readonly reply: Reply;
}
type None = undefined;
type Done = Record<never, never>;

/**
 * Every route of signaling's catalogue, typed for both sides. Answers are `HttpReply<Api[route]['reply']>`.
 * Bodies are JSON (`content-type: application/json`), but where they are a file (`Uint8Array`), which is sent as it is. What a GET
 * takes stands in its query. All of them need HTTPS or localhost, but for what a seat proves. `ROUTE_ACCESS` says which staff may call which.
 *
 * Links: `/setup#TOKEN` (first start, 1 h), `/invite#TOKEN` (7 days), `/sign-in#TOKEN` (10 min), `/admin#pairing=TOKEN`
 * (7 days), `/board#TOKEN` (a claim that is paired already), `/assist#TOKEN` (10 min). Each works once.
 */
export interface Api {
  'POST /api/setup': Route<'anyone', SetupBody, Me>;
  'POST /api/sign-in': Route<'anyone', TokenBody, Me>;
  'POST /api/sign-out': Route<'staff', None, Done>;
  'GET /api/me': Route<'staff', None, Me>;
  /** Own sessions; an administrator sees all of the school. */
  'GET /api/sessions': Route<'staff', None, { readonly sessions: readonly SessionItem[] }>;
  'DELETE /api/sessions/:id': Route<'staff', None, Done>;
  'POST /api/invites': Route<'staff', InviteBody, OneTimeLink>;
  /** Says what the invitation is for, without using it up. */
  'POST /api/invites/look': Route<'anyone', TokenBody, InviteItem>;
  'POST /api/invites/accept': Route<'anyone', AcceptInviteBody, Me>;
  'POST /api/sign-in-links': Route<'staff', SignInLinkBody, OneTimeLink>;
  /** The school's links that still work, to be taken back. */
  'GET /api/links': Route<'staff', None, { readonly links: readonly OpenLink[] }>;
  'DELETE /api/links/:id': Route<'staff', None, Done>;
  'GET /api/accounts': Route<'staff', None, { readonly accounts: readonly AccountItem[] }>;
  'DELETE /api/accounts/:id': Route<'staff', None, Done>;

  /** The operator's list of all schools. */
  'GET /api/schools': Route<'staff', None, { readonly schools: readonly SchoolItem[] }>;
  /** Answers the invitation for the new school's administrator. */
  'POST /api/schools': Route<'staff', NewSchoolBody, OneTimeLink & { readonly schoolId: string }>;
  'GET /api/school': Route<'staff', None, { readonly school: SchoolItem }>;
  'PATCH /api/school': Route<'staff', SchoolPatch, { readonly school: SchoolItem }>;
  'GET /api/school/changes': Route<'staff', None, { readonly changes: readonly SettingsChange[] }>;
  'GET /api/pairings': Route<'staff', None, { readonly pairings: readonly PairingItem[] }>;
  /** Answers a link for the other school's administrator. */
  'POST /api/pairings': Route<'staff', None, OneTimeLink>;
  'POST /api/pairings/accept': Route<'staff', TokenBody, { readonly pairing: PairingItem }>;
  'PATCH /api/pairings/:id': Route<'staff', PairingPatch, { readonly pairing: PairingItem }>;
  'DELETE /api/pairings/:id': Route<'staff', None, Done>;

  /** Own classrooms first, then those of paired schools. */
  'GET /api/classrooms': Route<'staff', None, { readonly classrooms: readonly ClassroomItem[] }>;
  'POST /api/classrooms': Route<'staff', NewClassroomBody, { readonly classroom: ClassroomItem }>;
  'PATCH /api/classrooms/:id': Route<'staff', ClassroomPatch, { readonly classroom: ClassroomItem }>;
  'DELETE /api/classrooms/:id': Route<'staff', None, Done>;
  'GET /api/classrooms/:id/roster': Route<'staff', None, { readonly pupils: readonly RosterPupil[] }>;
  /** The CSV file as it is; nothing changes unless every row is right (`roster/rows` lists all that are not). */
  'PUT /api/classrooms/:id/roster': Route<'staff', Uint8Array, { readonly pupils: readonly RosterPupil[] }>;
  /** Erases a child's name for good. */
  'DELETE /api/pupils/:id': Route<'staff', None, Done>;

  /** A teacher's own lessons and those followed as second teacher; an administrator or assistant sees those that join a classroom of the school too. Newest plan first. */
  'GET /api/lessons': Route<'staff', None, { readonly lessons: readonly LessonItem[] }>;
  'POST /api/lessons': Route<'staff', NewLessonBody, { readonly lesson: LessonItem }>;
  /** Only while it is planned. */
  'DELETE /api/lessons/:id': Route<'staff', None, Done>;
  /** Those of the own bank that were prepared for the lesson, in the order in which they will be asked. */
  'GET /api/lessons/:id/questions': Route<'staff', None, { readonly questions: readonly QuestionItem[] }>;
  'PUT /api/lessons/:id/questions': Route<
    'staff',
    LessonQuestionsBody,
    { readonly questions: readonly QuestionItem[] }
  >;
  /** Of the own lesson: the teachers of the school, and which of them are second teachers. */
  'GET /api/lessons/:id/seconds': Route<'staff', None, { readonly teachers: readonly SecondChoice[] }>;
  'PUT /api/lessons/:id/seconds': Route<'staff', LessonSecondsBody, { readonly teachers: readonly SecondChoice[] }>;

  /** The own bank, page by page. */
  'GET /api/questions': Route<'staff', QuestionQuery, QuestionPage>;
  'POST /api/questions': Route<'staff', NewQuestionBody, { readonly question: QuestionItem }>;
  'PUT /api/questions/:id': Route<'staff', NewQuestionBody, { readonly question: QuestionItem }>;
  'DELETE /api/questions/:id': Route<'staff', None, Done>;
  /** The whole own bank, or a template: one of `BANK_FILES`. */
  'GET /api/questions/file/:id': Route<'staff', None, FileReply>;
  /** A JSON or CSV file; nothing is added unless every question is right (`question/rows` lists all that are not). */
  'POST /api/questions/import': Route<'staff', Uint8Array, BankImport>;

  /** By a board that is not paired yet. */
  'POST /api/boards/pin': Route<'anyone', None, BoardPin>;
  /** Polled by that board every 2 s. */
  'POST /api/boards/claim': Route<'anyone', ClaimBody, BoardClaim>;
  /** By an account of the classroom's school, or by the lead teacher of a lesson that joins it. */
  'POST /api/boards/pair': Route<'staff', PairBoardBody, { readonly board: BoardItem }>;
  'GET /api/boards': Route<'staff', None, { readonly boards: readonly BoardItem[] }>;
  'DELETE /api/boards/:id': Route<'staff', None, Done>;
  /** The link for the QR that the assistant's phone scans. */
  'POST /api/phones/link': Route<'board', None, OneTimeLink>;
  'POST /api/phones/pair': Route<'anyone', TokenBody, PairedPhone>;
  'GET /api/phones': Route<'board', None, { readonly phones: readonly PhoneItem[] }>;
  'DELETE /api/phones/:id': Route<'board', None, Done>;

  /** A picture for a question: JPEG, PNG or WebP of at most 5 MB. The same picture again gets the same hash. */
  'POST /api/blobs': Route<'staff', Uint8Array, BlobItem>;
  /** By its hash, for whoever may see it; a JPEG. */
  'GET /api/blobs/:id': Route<'viewer', None, FileReply>;
  /** A pupil's photo or drawing for the question of this round, at most 6 MB. */
  'POST /api/photos/:id': Route<'seat', Uint8Array, BlobItem>;
  /** A work of the pupil on this seat, to be looked at together: from the seat's tablet, or from a phone or board of its classroom; at most 6 MB. */
  'POST /api/works/:id': Route<'viewer', Uint8Array, BlobItem>;

  /** The own decks, the newest first, and whether this server can read PowerPoint and ODP files. */
  'GET /api/decks': Route<'staff', DeckQuery, { readonly decks: readonly DeckItem[]; readonly office: boolean }>;
  'POST /api/decks': Route<'staff', NewDeckBody, { readonly deck: DeckItem }>;
  /**
   * The next bytes of its files, which follow each other, at most `DECK_LIMITS.chunk` of them; `content-range: bytes FROM-TO/ALL` says
   * where they belong. What is here already changes nothing: `received` in the answer says from where to go on.
   */
  'PUT /api/decks/:id/file': Route<'staff', Uint8Array, { readonly deck: DeckItem }>;
  'PATCH /api/decks/:id': Route<'staff', DeckPatch, { readonly deck: DeckItem }>;
  'DELETE /api/decks/:id': Route<'staff', None, Done>;
  'PUT /api/decks/:id/pins': Route<'staff', DeckPinsBody, Done>;
  /** Its pages in their order: for the teacher whose deck it is, and for whoever's lesson has it now. */
  'GET /api/decks/:id/pages': Route<'viewer', None, { readonly pages: readonly DeckPage[] }>;

  /** The run of show and what it needs, for the boards and phones of a lesson that is open. */
  'GET /api/lessons/:id/pack': Route<'viewer', None, { readonly pack: LessonPack }>;

  /** What a board's classroom did while its link was cut; the same branch once more changes nothing. Also after the lesson. */
  'POST /api/lessons/:id/branches': Route<'board', BranchLog, Done>;

  /** Bytes that mean nothing, for a self-test of a board or a member of staff: how fast they come, and how fast they go. */
  'GET /api/self-test': Route<'viewer', None, FileReply>;
  'POST /api/self-test': Route<'viewer', Uint8Array, Done>;

  'GET /api/alerts': Route<'staff', None, { readonly alerts: readonly AlertItem[] }>;
}

export type ApiRoute = keyof Api;

/** Routes whose body is a file. */
export type FileRoute = { [R in ApiRoute]: Api[R]['body'] extends Uint8Array ? R : never }[ApiRoute];
