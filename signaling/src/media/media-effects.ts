import { LEAD_PEER, type PeerId, type TrackId } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { Happened } from '../room/happened.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { chorusOf, LEASE_MS, leases, type MediaVerb, mediaVerbs } from './media-verbs.ts';
import { offersOf } from './offers-of.ts';
import type { PeerNotifier } from './peer-notifier.ts';
import type { SfuLink } from './sfu-link.ts';

export interface MediaEffectsDeps {
  readonly link: SfuLink;
  readonly peers: Pick<PeerNotifier, 'tell'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Screens see the end of the lesson before their pictures stop. */
const LESSON_CLOSE_MS = 5_000;
/** A peer that lost its link to signaling may still have its media: it is closed only when it stays away. */
const PEER_GONE_MS = 30_000;

/** [MD3] Carries out what events mean for the SFU: after the append, in order, with the owner's epoch. */
export function followWithMedia(room: LessonRoom, { link, peers, clock, log }: MediaEffectsDeps): void {
  const run = async (verb: MediaVerb) => {
    const { lessonId, epoch } = room;
    const reply = await link.request({ ...verb, lessonId, epoch });
    if (!reply.ok) log.warn({ lesson: lessonId, verb: verb.type, reason: reply.reason }, 'the SFU did not do it');
  };
  /** [MD5] A peer without a place at the SFU yet is offered nothing: it asks when it has joined. */
  const offer = async (peerId: PeerId, trackIds: readonly TrackId[]) => {
    const { lessonId, epoch } = room;
    const request = { type: 'consumer.open' as const, peerId, trackIds: [...trackIds], lessonId, epoch };
    const reply = await link.request<'consumer.open'>(request);
    if (!reply.ok || reply.result.consumers.length === 0) return;
    peers.tell(lessonId, peerId, { type: 'consumers.offered', consumers: reply.result.consumers });
  };
  /** [FL14] Renews what runs out while its turn goes on, three times a lease; also of turns that are older than this process. */
  let stopRenewing: (() => void) | null = null;
  const renew = () => {
    const verbs = leases(room.state, clock.now());
    for (const verb of verbs) void run(verb);
    stopRenewing = verbs.length > 0 ? clock.after(LEASE_MS / 3, renew) : null;
  };
  let chorus = JSON.stringify(chorusOf(room.state));
  const followChorus = () => {
    const verb = chorusOf(room.state);
    if (JSON.stringify(verb) === chorus) return;
    chorus = JSON.stringify(verb);
    void run(verb);
  };
  /** Peers that are away, each with the way to stop its wait. */
  const away = new Map<PeerId, () => void>();
  const stopWaiting = (peerId: PeerId) => {
    away.get(peerId)?.();
    away.delete(peerId);
  };
  const closePeer = (peerId: PeerId) => {
    stopWaiting(peerId);
    if (room.state.phase !== 'ended') void run({ type: 'peer.close', peerId });
  };
  room.follow({
    happened(batch) {
      // Before any of its microphones is granted.
      followChorus();
      for (const happened of batch) {
        for (const verb of mediaVerbs(happened, clock.now())) void run(verb);
        for (const { peerId, trackIds } of offersOf(happened)) void offer(peerId, trackIds);
        if (happened.event.type === 'lesson.ended') clock.after(LESSON_CLOSE_MS, () => run({ type: 'lesson.close' }));
        // Nobody who was taken off the list hears a word more.
        if (happened.event.type === 'second.removed') closePeer(happened.event.staffId);
        const moved = presenceOf(happened);
        if (!moved) continue;
        const { peerId } = moved;
        stopWaiting(peerId);
        if (!moved.here)
          away.set(
            peerId,
            clock.after(PEER_GONE_MS, () => closePeer(peerId)),
          );
      }
      if (!stopRenewing && leases(room.state, clock.now()).length > 0) {
        stopRenewing = clock.after(LEASE_MS / 3, renew);
      }
    },
    closed(why) {
      stopRenewing?.();
      // An idle room has nobody who could come back; a new owner and a restart see to their own.
      for (const peerId of [...away.keys()]) {
        if (why === 'idle') closePeer(peerId);
        else stopWaiting(peerId);
      }
    },
  });
  renew();
}

/** Which media endpoint came or went; null for every other event. */
function presenceOf({ event }: Happened): { readonly peerId: PeerId; readonly here: boolean } | null {
  switch (event.type) {
    case 'lead.came':
    case 'lead.went':
      return { peerId: LEAD_PEER, here: event.type === 'lead.came' };
    case 'second.came':
    case 'second.went':
      return { peerId: event.staffId, here: event.type === 'second.came' };
    case 'board.came':
    case 'board.went':
      return { peerId: event.classroomId, here: event.type === 'board.came' };
    default:
      return null;
  }
}
