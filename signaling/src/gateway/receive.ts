import {
  type Actor,
  type CommandReply,
  can,
  type DataReply,
  dataRequest,
  directCall,
  type Envelope,
  envelope,
  type MediaReply,
  mediaRequest,
  peerOf,
  type Refused,
  refuse,
  signal,
  timingUp,
} from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { DataDesk } from '../media/data-desk.ts';
import type { MediaDesk } from '../media/media-desk.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import { diskTrouble, StoreUnavailable } from '../store/store-unavailable.ts';
import { isPressActor } from '../timing/entrant-of.ts';
import type { TimingDesk } from '../timing/timing-desk.ts';
import { addPupil } from './add-pupil.ts';
import { mayAddWord, mayCall, mayClap, mayInk } from './allowances.ts';
import { chooseDeck } from './choose-deck.ts';
import { type GreetDeps, greet } from './greet.ts';
import type { Phase, Session } from './session.ts';
import { startLesson } from './start-lesson.ts';

export interface ReceiveDeps extends GreetDeps {
  readonly catalogue: LessonCatalogue;
  readonly desk: MediaDesk;
  readonly dataDesk: DataDesk;
  readonly log: Log;
  readonly timing: TimingDesk;
}

type Joined = Extract<Phase, { kind: 'joined' }>;

/** [AC1] One message of a screen, from the door to its answer. Every refusal is a value; an exception is a bug and says `internal`. */
export async function receive(session: Session, event: string, body: unknown, deps: ReceiveDeps): Promise<unknown> {
  try {
    return await route(session, event, body, deps);
  } catch (error) {
    const trouble = error instanceof StoreUnavailable ? error.message : diskTrouble(error);
    deps.log.error({ err: error, event }, trouble ?? 'a message could not be handled');
    return refuse(trouble === null ? 'internal' : 'storage-unavailable');
  }
}

async function route(session: Session, event: string, body: unknown, deps: ReceiveDeps): Promise<unknown> {
  switch (event) {
    case 'hello':
      return greet(session, body, deps);
    case 'command':
      return command(session, body, deps);
    case 'media':
      return media(session, body, deps);
    case 'data':
      return data(session, body, deps);
    case 'signal':
      return relay(session, body, deps);
    case 'direct':
      return direct(session, body);
    case 'timing':
      return timing(session, body, deps);
    default:
      return refuse('unknown-event');
  }
}

async function command(session: Session, body: unknown, deps: ReceiveDeps): Promise<CommandReply> {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return refuse('malformed');
  const joined = joinedOf(session);
  if ('ok' in joined) return joined;
  const { hall, actor } = joined;
  const { id, lessonId, command: asked } = parsed.data;
  if (!mayAsk(actor, asked.type)) return refuse('not-allowed');
  if (lessonId !== hall.room.lessonId) return refuse('other-lesson');
  const tooMany =
    ((asked.type === 'word.say' || asked.type === 'word.say-to') && !mayAddWord(joined)) ||
    (asked.type === 'applause.give' && !mayClap(joined)) ||
    (asked.type.startsWith('ink.') && !mayInk(joined));
  if (tooMany) {
    return (await hall.room.answered(id, asked)) ?? refuse('too-many-requests');
  }
  if (asked.type === 'lesson.start') return startLesson(lessonId, { id, command: asked, actor }, deps);
  if (asked.type === 'seat.add') return addPupil(hall.room, { id, command: asked, actor }, deps.catalogue);
  if (asked.type === 'deck.choose') return chooseDeck(hall.room, { id, command: asked, actor }, deps.catalogue);
  if (asked.type === 'buzzer.press' && isPressActor(actor)) {
    return deps.timing.press(lessonId, actor, { id, command: asked });
  }
  return hall.room.command(id, asked, actor);
}

/** A tablet that became a pupil repeats the claim whose answer it missed: its lesson remembers the first answer. */
function mayAsk({ role }: Actor, type: Envelope['command']['type']): boolean {
  const repeatsClaim = role === 'pupil' && (type === 'seat.claim' || type === 'seat.request');
  return can(role, type) || repeatsClaim;
}

async function media(session: Session, body: unknown, { desk }: ReceiveDeps): Promise<MediaReply> {
  const parsed = mediaRequest.safeParse(body);
  if (!parsed.success) return refuse('malformed');
  const joined = joinedOf(session);
  if ('ok' in joined) return joined;
  const peerId = peerOf(joined.actor);
  return peerId === null ? refuse('not-allowed') : desk.request(joined.hall.room, peerId, parsed.data);
}

/** [DP2] A data channel is the own seat's, and only who sits on one may have it. */
async function data(session: Session, body: unknown, { dataDesk }: ReceiveDeps): Promise<DataReply> {
  const parsed = dataRequest.safeParse(body);
  if (!parsed.success) return refuse('malformed');
  const joined = joinedOf(session);
  if ('ok' in joined) return joined;
  const { actor, hall } = joined;
  return actor.role === 'pupil' ? dataDesk.open(hall.room, actor, parsed.data) : refuse('not-allowed');
}

/** Signals are not answered: the latest wins and any may be lost. */
function relay(session: Session, body: unknown, { desk }: ReceiveDeps): null {
  const parsed = signal.safeParse(body);
  const { phase } = session;
  if (!parsed.success || phase.kind !== 'joined') return null;
  const { hall, actor } = phase;
  const peerId = peerOf(actor);
  switch (parsed.data.type) {
    case 'still':
      hall.relay(actor, parsed.data);
      break;
    case 'ink':
    case 'laser':
      hall.relayInk(actor, parsed.data);
      break;
    case 'link':
      if (peerId !== null) desk.hearLink(hall.room, peerId, parsed.data);
  }
  return null;
}

/** [BR8] Calls are not answered either: a call that nobody takes is made again. */
function direct({ phase }: Session, body: unknown): null {
  const parsed = directCall.safeParse(body);
  if (parsed.success && phase.kind === 'joined' && mayCall(phase)) phase.hall.relayDirect(phase.actor, parsed.data);
  return null;
}

/** Measurements are not answered either: what makes no sense has no effect. */
function timing(session: Session, body: unknown, deps: ReceiveDeps): null {
  const parsed = timingUp.safeParse(body);
  if (parsed.success) deps.timing.heard(session, parsed.data);
  return null;
}

function joinedOf({ phase }: Session): Joined | Refused {
  if (phase.kind === 'joined') return phase;
  return refuse(phase.kind === 'waiting' ? 'no-lesson-now' : 'not-signed-in');
}
