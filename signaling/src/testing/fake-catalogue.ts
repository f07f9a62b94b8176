import type { EarlierLessons, PreparedClassroom, Speaker } from '@tongke/shared-types';
import type {
  Account,
  Device,
  LessonCatalogue,
  LessonDeck,
  LessonMarks,
  PlannedLesson,
  PupilName,
} from '../store/catalogue.ts';

/** A timetable, rosters and devices in memory, open to tests. Tokens are kept as they are. */
export class FakeCatalogue implements LessonCatalogue {
  readonly accounts = new Map<string, { readonly sessionId: string; readonly account: Account }>();
  readonly devices = new Map<string, Device>();
  readonly lessons = new Map<string, PlannedLesson & { startedAt?: number }>();
  readonly decks = new Map<string, LessonDeck>();
  readonly pupils: PupilName[] = [];
  /** Who had a turn in the lessons that have ended. */
  readonly spoke = new Map<string, readonly Speaker[]>();
  /** What is known of earlier lessons. */
  earlier: readonly EarlierLessons[] = [];
  readonly #numbers = new Map<string, number>();

  async accountOfSession(token: string) {
    return this.accounts.get(token) ?? null;
  }

  async deviceOfToken(token: string) {
    return this.devices.get(token) ?? null;
  }

  async lesson(lessonId: string) {
    const found = this.lessons.get(lessonId);
    if (!found) return null;
    const { startedAt: _, ...lesson } = found;
    return lesson;
  }

  async liveLessons() {
    const lessons = [...this.lessons.values()];
    return lessons.filter((one) => one.startedAt !== undefined && one.endedAt === null).map(({ lessonId }) => lessonId);
  }

  async currentLessonOf(classroomId: string, now: number) {
    const open = [...this.lessons.values()].filter(
      ({ endedAt, classrooms }) => endedAt === null && classrooms.some((room) => room.classroomId === classroomId),
    );
    const live = open.find(({ startedAt }) => startedAt !== undefined);
    const due = open.find(({ plannedAt }) => plannedAt >= now - 4 * 3_600_000 && plannedAt <= now + 1_800_000);
    return (live ?? due)?.lessonId ?? null;
  }

  async lessonsOfNow() {
    return [...this.lessons.values()].filter(({ endedAt }) => endedAt === null).map(({ lessonId }) => lessonId);
  }

  async waitingRoom(classroomId: string) {
    return { classroomName: classroomId, schoolName: '村小', next: null };
  }

  async deck(deckId: string) {
    return this.decks.get(deckId) ?? null;
  }

  async namesOf(lessonId: string) {
    const rooms = this.lessons.get(lessonId)?.classrooms.map(({ classroomId }) => classroomId) ?? [];
    return this.pupils.filter(({ classroomId }) => rooms.includes(classroomId));
  }

  async addPupil({ seatId, classroomId, name }: { seatId: string; classroomId: string; name: string }) {
    const known = this.#numbers.get(seatId);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.pupils.filter((pupil) => pupil.classroomId === classroomId).length + 1;
    if (number > 60) return 'full' as const;
    this.#numbers.set(seatId, number);
    this.pupils.push({ classroomId, seatId, name, numbersOnly: false });
    this.#reseat((room) => (room.classroomId === classroomId ? [...room.seats, { seatId, number }] : room.seats));
    return { number, isNew: true };
  }

  async dropPupil(seatId: string) {
    this.#numbers.delete(seatId);
    const kept = this.pupils.filter((pupil) => pupil.seatId !== seatId);
    this.pupils.splice(0, this.pupils.length, ...kept);
    this.#reseat(({ seats }) => seats.filter((seat) => seat.seatId !== seatId));
  }

  async markLesson(lessonId: string, { spoke, ...at }: LessonMarks) {
    const lesson = this.lessons.get(lessonId);
    if (lesson) this.lessons.set(lessonId, { ...lesson, ...at });
    if (spoke) this.spoke.set(lessonId, spoke);
  }

  async earlierLessons() {
    return this.earlier;
  }

  #reseat(seatsOf: (room: PreparedClassroom) => PreparedClassroom['seats']): void {
    for (const [lessonId, lesson] of this.lessons) {
      const classrooms = lesson.classrooms.map((room) => ({ ...room, seats: seatsOf(room) }));
      this.lessons.set(lessonId, { ...lesson, classrooms });
    }
  }

  /** Adds a roster: pupils of this classroom get names and seat ids `CLASSROOM-s1` and on. */
  classroom(classroomId: string, { own = false, pupils = 3, schoolId = 'village' } = {}): PreparedClassroom {
    const seats = Array.from({ length: pupils }, (_, index) => ({
      seatId: `${classroomId}-s${index + 1}`,
      number: index + 1,
    }));
    for (const { seatId, number } of seats) {
      this.#numbers.set(seatId, number);
      this.pupils.push({ classroomId, seatId, name: `王小${number}`, numbersOnly: false });
    }
    return { classroomId, schoolId, name: `班 ${classroomId}`, own, cameraAllowed: true, givenNames: false, seats };
  }
}
