import { type Actor, type Credentials, type LessonId, type Refused, refuse } from '@tongke/shared-types';
import type { GuessLimiter } from '../guard/guess-limiter.ts';
import { hashSecret } from '../guard/secrets.ts';
import { isSecurePage } from '../guard/secure-page.ts';
import { SESSION_COOKIE } from '../guard/session-cookie-name.ts';
import type { Clock } from '../room/clock.ts';
import { type Door, findDoor, findTicket } from '../room/doors.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import type { LessonRegistry } from '../room/registry.ts';
import { seatOfDevice } from '../room/seat-of-device.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import { cookieOf } from './cookie.ts';
import type { Proof, RoomDevice, Session } from './session.ts';

export interface WhoDeps {
  readonly catalogue: LessonCatalogue;
  readonly registry: LessonRegistry;
  readonly guesses: GuessLimiter;
  readonly clock: Clock;
}

/** Who is at the other end: somebody with a lesson, or a board or phone that may have none now. */
export type Who =
  | { readonly ok: true; readonly lessonId: LessonId; readonly actor: Actor; readonly proof: Proof }
  | { readonly ok: true; readonly lessonId: null; readonly actor: RoomDevice; readonly proof: Proof }
  | Refused;

type TabletProof = Extract<Proof, { kind: 'tablet' }>;
type Of<A extends Credentials['as']> = Extract<Credentials, { as: A }>;

/** [AC1] [AC2] Finds out who opened a connection. Only tablets may come over plain HTTP. */
export async function whoIs(session: Session, credentials: Credentials, deps: WhoDeps): Promise<Who> {
  if (credentials.as !== 'tablet' && !isSecurePage(session.arrival)) return refuse('insecure-page');
  switch (credentials.as) {
    case 'lead':
    case 'second':
      return staff(session, credentials, deps);
    case 'board':
    case 'phone':
      return roomDevice(credentials, deps);
    case 'tablet':
      return tablet(session, credentials, deps);
  }
}

/** [LD6] The lead teacher, or a second one whom the lead teacher named. */
async function staff(session: Session, { as, lessonId }: Of<'lead' | 'second'>, { catalogue }: WhoDeps): Promise<Who> {
  const token = cookieOf(session.cookies, SESSION_COOKIE);
  const signedIn = token === null ? null : await catalogue.accountOfSession(token);
  if (!signedIn) return refuse('not-signed-in');
  const { sessionId, account } = signedIn;
  const lesson = await catalogue.lesson(lessonId);
  if (!lesson) return refuse('not-found');
  const { accountId, schoolId } = account;
  const may = as === 'lead' ? lesson.leadId === accountId : lesson.seconds.includes(accountId);
  if (!may) return refuse('not-allowed');
  const actor = { role: as, staffId: accountId, schoolId } as const;
  return { ok: true, lessonId, actor, proof: { kind: 'staff', sessionId, accountId } };
}

async function roomDevice({ as, token }: Of<'board' | 'phone'>, { catalogue, clock }: WhoDeps): Promise<Who> {
  const device = await catalogue.deviceOfToken(token);
  if (device?.kind !== as) return refuse(as === 'board' ? 'board/removed' : 'phone/removed');
  const { deviceId, classroomId } = device;
  const actor: RoomDevice = { role: as, classroomId, deviceId };
  const lessonId = await catalogue.currentLessonOf(classroomId, clock.now());
  return { ok: true, lessonId, actor, proof: { kind: 'device', device: as, deviceId } };
}

async function tablet(session: Session, credentials: Of<'tablet'>, deps: WhoDeps): Promise<Who> {
  // 128 random bits cannot be guessed: an old ticket is an old picture, and does not count as a wrong guess.
  if (credentials.by.kind !== 'code') return lookTwice(credentials, deps);
  return deps.guesses.try(
    { connection: session.id, isHere: () => session.connected },
    () => lookTwice(credentials, deps),
    (who) => !who.ok && who.reason === 'code/wrong',
  );
}

/** [AC10] What is not found in an open lesson may be in one whose room is closed. */
export async function lookTwice(credentials: Of<'tablet'>, { registry }: Pick<WhoDeps, 'registry'>): Promise<Who> {
  const who = tabletIn(registry.rooms, credentials);
  if (who.ok) return who;
  await registry.wake();
  return tabletIn(registry.rooms, credentials);
}

/** [RO1] Who a tablet is in one of these lessons, by what it shows. */
export function tabletIn(rooms: readonly LessonRoom[], { deviceKey, by }: Of<'tablet'>): Who {
  const deviceHash = hashSecret(deviceKey);
  const proof: TabletProof = { kind: 'tablet', deviceHash, byCode: by.kind === 'code' };
  if (by.kind === 'seat') return ownSeat(rooms, by.lessonId, proof);
  const door = by.kind === 'ticket' ? findTicket(rooms, by.ticket) : findDoor(rooms, by.code);
  if (!door) return refuse(by.kind === 'ticket' ? 'link/expired' : 'code/wrong');
  return through(door, proof);
}

/** A lesson that is not in memory is over, or its log has not been opened yet: asking again finds it. */
function ownSeat(rooms: readonly LessonRoom[], lessonId: LessonId, proof: TabletProof): Who {
  const room = rooms.find((open) => open.lessonId === lessonId);
  if (!room || room.state.phase === 'ended') return refuse('lesson/ended');
  for (const classroom of Object.values(room.state.classrooms)) {
    const seated = seatedIn({ room, classroom }, proof);
    if (seated) return seated;
  }
  return refuse('seat/none');
}

/** [RO1] [RO10] A device that holds a seat in the room, or is handed round in it, is that again, whatever it showed at the door. */
function through(door: Door, proof: TabletProof): Who {
  const { room, classroom } = door;
  if (room.state.phase === 'ended') return refuse('lesson/ended');
  const actor: Actor = { role: 'guest', classroomId: classroom.classroomId, device: proof.deviceHash };
  return seatedIn(door, proof) ?? { ok: true, lessonId: room.lessonId, actor, proof };
}

function seatedIn({ room, classroom }: Door, proof: TabletProof): Who | null {
  const { classroomId, seats, tablets } = classroom;
  const { lessonId } = room;
  const seatId = seatOfDevice(classroom, proof.deviceHash);
  if (seatId !== null) {
    // The lesson's own string: thousands of tablets need not keep another one.
    const deviceHash = seats[seatId]?.device ?? proof.deviceHash;
    return { ok: true, lessonId, actor: { role: 'pupil', classroomId, seatId }, proof: { ...proof, deviceHash } };
  }
  const shared = Object.values(tablets).find(({ device, allowed }) => allowed && device === proof.deviceHash);
  if (!shared) return null;
  return { ok: true, lessonId, actor: { role: 'shared', classroomId, tabletId: shared.tabletId }, proof };
}
