import {
  type Actor,
  type Addresses,
  type Credentials,
  type HelloReply,
  hello,
  type LessonId,
  PROTOCOL_VERSION,
  type Refusal,
  type Refused,
  refuse,
} from '@tongke/shared-types';
import type { Revocations } from '../guard/revocations.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { Boards } from './boards.ts';
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import { personKey } from './person.ts';
import { farewell } from './revoked.ts';
import type { Proof, Session } from './session.ts';
import { tabletIn, type WhoDeps, whoIs } from './who.ts';

export interface GreetDeps extends WhoDeps {
  readonly catalogue: LessonCatalogue;
  readonly halls: Halls;
  readonly boards: Boards;
  readonly addresses: Addresses;
  readonly revocations: Revocations;
}

/** [RS1] [AC1] Answers a hello: who are you, which lesson, and what do you start from? */
export async function greet(session: Session, raw: unknown, deps: GreetDeps): Promise<HelloReply> {
  const { clock, boards, addresses } = deps;
  const version = protocolOf(raw);
  if (version !== null && version < PROTOCOL_VERSION) return refuse('client-too-old');
  if (version !== null && version > PROTOCOL_VERSION) return refuse('server-too-old');
  const parsed = hello.safeParse(raw);
  if (!parsed.success) return refuse('malformed');
  const { credentials, have } = parsed.data;
  const mark = deps.revocations.count;
  const who = await whoIs(session, credentials, deps);
  if (!who.ok) return who;
  const { actor, proof } = who;
  const takeOver = credentials.as === 'board' && credentials.takeOver === true;
  // Asked again after each wait: the link may have gone meanwhile, and another board may have come.
  const refusal = () => (session.connected ? boards.refusal(session, actor, takeOver) : 'busy-try-again');
  const early = refusal();
  if (early) return refuse(early);
  const welcome = { ok: true, now: clock.now(), addresses } as const;
  if (who.lessonId === null) {
    const room = await deps.catalogue.waitingRoom(who.actor.classroomId, clock.now());
    if (!room) return refuse('not-found');
    const late = refusal() ?? takenBack(proof, mark, deps);
    if (late) return refuse(late);
    leaveFormer(session, actor, null);
    boards.wait(session, who.actor, proof);
    return { ...welcome, joined: { kind: 'waiting', room } };
  }
  const hall = await hallOf(who.lessonId, credentials, deps);
  if ('ok' in hall) return hall;
  await hall.room.settled();
  const late = hall.room.isClosed ? 'busy-try-again' : (refusal() ?? takenBack(proof, mark, deps));
  if (late) return refuse(late);
  // What let a tablet in may be worth nothing any more, and its seat may be another one's.
  const now = credentials.as === 'tablet' ? tabletIn([hall.room], credentials) : who;
  if (!now.ok) return now;
  leaveFormer(session, now.actor, hall);
  boards.yieldTo(session, now.actor, hall);
  const joined = hall.join(session, now.actor, now.proof, have);
  if (credentials.as === 'tablet') session.forgetOpening();
  if (actor.role === 'lead') void boards.call();
  return { ...welcome, joined };
}

/** The timetable is asked when staff and boards come; a tablet comes to a lesson that is open, often with thousands of others. */
async function hallOf(
  lessonId: LessonId,
  { as }: Credentials,
  { halls, registry }: GreetDeps,
): Promise<Hall | Refused> {
  const open = as === 'tablet' ? registry.find(lessonId) : null;
  return open ? halls.of(open) : halls.enter(lessonId);
}

/** [RO8] Who says hello again as the same person in the same lesson is not seen to go; anybody else leaves where they were. */
function leaveFormer(session: Session, actor: Actor, hall: Hall | null): void {
  const { phase } = session;
  if (phase.kind !== 'joined') return;
  if (phase.hall === hall && personKey(phase.actor) === personKey(actor)) return;
  phase.hall.leave(session, 'said-hello-again');
}

/** [AC7] Why this is no proof any more, or null: something was taken back while the catalogue was asked. */
function takenBack(proof: Proof, mark: number, { revocations }: GreetDeps): Refusal | null {
  return revocations.since(mark).reduce<Refusal | null>((found, one) => found ?? farewell(proof, one), null);
}

/** A page of another version may say hello in another shape, so the version is looked at first. */
function protocolOf(raw: unknown): number | null {
  const protocol = typeof raw === 'object' && raw !== null && 'protocol' in raw ? raw.protocol : null;
  return typeof protocol === 'number' ? protocol : null;
}
