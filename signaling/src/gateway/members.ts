import type { Actor, LessonId, Role } from '@tongke/shared-types';
import type { Clock } from '../room/clock.ts';
import type { Numbered } from '../room/happened.ts';
import { audienceOf, wordsIn } from './audience.ts';
import type { Frame } from './frame.ts';
import { Outbox, type Reader } from './outbox.ts';
import { personKey } from './person.ts';
import type { Session } from './session.ts';

const TABLETS: readonly Role[] = ['pupil', 'shared', 'guest'];
const ROLES_OF_A_ROOM: readonly Role[] = ['board', 'phone', ...TABLETS];

/** Somebody in the hall. */
export class Member implements Reader {
  readonly session: Session;
  readonly actor: Actor;
  heard: number;

  constructor(session: Session, actor: Actor, heard: number) {
    this.session = session;
    this.actor = actor;
    this.heard = heard;
  }

  tell(frame: Frame): void {
    this.session.sendFrame(frame);
  }
}

/** Who is in a hall, by person and by audience. */
export class Members {
  readonly #lessonId: LessonId;
  readonly #clock: Clock;
  readonly #byPerson = new Map<string, Member>();
  /** Everybody but tablets: a few for each room. */
  readonly #staff = new Set<Member>();
  readonly #outboxes = new Map<string, Outbox>();

  constructor(lessonId: LessonId, clock: Clock) {
    this.#lessonId = lessonId;
    this.#clock = clock;
  }

  get size(): number {
    return this.#byPerson.size;
  }

  get all(): Iterable<Member> {
    return this.#byPerson.values();
  }

  /** The lead teacher, boards and phones. */
  get staff(): readonly Member[] {
    return [...this.#staff];
  }

  /** Whoever is here under this key of `personKey`. */
  find(key: string): Member | null {
    return this.#byPerson.get(key) ?? null;
  }

  /** Everybody of a classroom, tablets included. */
  ofClassroom(classroomId: string): readonly Session[] {
    const outboxes = ROLES_OF_A_ROOM.map((role) => this.#outboxes.get(`${role}:${classroomId}`));
    return outboxes.flatMap((outbox) => [...(outbox?.readers ?? [])]).map((reader) => (reader as Member).session);
  }

  /** Lets somebody in who knows the lesson up to this version. */
  add(session: Session, actor: Actor, version: number): void {
    const member = new Member(session, actor, version);
    this.#byPerson.set(personKey(actor), member);
    if (!TABLETS.includes(actor.role)) this.#staff.add(member);
    const { key, viewer } = audienceOf(actor);
    const outbox =
      this.#outboxes.get(key) ?? new Outbox({ lessonId: this.#lessonId, viewer, version, clock: this.#clock });
    this.#outboxes.set(key, outbox);
    outbox.readers.add(member);
  }

  /** Takes somebody out; answers whether they were here. */
  remove(member: Member): boolean {
    const { key } = audienceOf(member.actor);
    const outbox = this.#outboxes.get(key);
    if (outbox?.readers.delete(member) && outbox.readers.size === 0) {
      outbox.close();
      this.#outboxes.delete(key);
    }
    this.#staff.delete(member);
    const person = personKey(member.actor);
    return this.#byPerson.get(person) === member && this.#byPerson.delete(person);
  }

  /** Tells everybody what they may see of this. */
  tell(batch: readonly Numbered[]): void {
    const apart = this.#apart(batch);
    for (const [key, outbox] of this.#outboxes) outbox.push(batch, apart.get(key));
  }

  close(): void {
    for (const outbox of this.#outboxes.values()) outbox.close();
    this.#outboxes.clear();
    this.#staff.clear();
    this.#byPerson.clear();
  }

  /** Pupils whose seats are named in an event, by audience. */
  #apart(batch: readonly Numbered[]): ReadonlyMap<string, ReadonlyMap<Member, readonly Numbered[]>> {
    const apart = new Map<string, Map<Member, Numbered[]>>();
    for (const happened of batch) {
      for (const word of wordsIn(happened.event)) {
        const member = this.#byPerson.get(word);
        if (member?.actor.role !== 'pupil') continue;
        const { key } = audienceOf(member.actor);
        const audience = apart.get(key) ?? new Map<Member, Numbered[]>();
        apart.set(key, audience);
        const about = audience.get(member);
        if (about) about.push(happened);
        else audience.set(member, [happened]);
      }
    }
    return apart;
  }
}
