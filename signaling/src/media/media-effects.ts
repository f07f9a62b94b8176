import { LEAD_PEER, type LessonState, type PeerId } from '@tongke/shared-types';
import type { Log } from '../log.ts';
import type { Clock } from '../room/clock.ts';
import type { Happened } from '../room/happened.ts';
import type { LessonRoom } from '../room/lesson-room.ts';
import { type MediaVerb, mediaVerbs } from './media-verbs.ts';
import type { SfuLink } from './sfu-link.ts';

export interface MediaEffectsDeps {
  readonly link: SfuLink;
  readonly clock: Clock;
  readonly log: Log;
}

/** Screens see the end of the lesson before their pictures stop. */
const LESSON_CLOSE_MS = 5_000;
/** A peer that lost its link to signaling may still have its media: it is closed only when it stays away. */
const PEER_GONE_MS = 30_000;

/** [MD3] Carries out what events mean for the SFU: after the append, in order, with the owner's epoch. */
export function followWithMedia(room: LessonRoom, { link, clock, log }: MediaEffectsDeps): void {
  const run = async (verb: MediaVerb) => {
    const { lessonId, epoch } = room;
    const reply = await link.request({ ...verb, lessonId, epoch });
    if (!reply.ok) log.warn({ lesson: lessonId, verb: verb.type, reason: reply.reason }, 'the SFU did not do it');
  };
  room.follow({
    happened(batch) {
      for (const happened of batch) {
        for (const verb of mediaVerbs(happened, clock.now())) void run(verb);
        if (happened.event.type === 'lesson.ended') clock.after(LESSON_CLOSE_MS, () => run({ type: 'lesson.close' }));
        const gone = goneOf(happened);
        if (gone === null) continue;
        clock.after(PEER_GONE_MS, () => {
          if (!isOnline(room.state, gone) && room.state.phase !== 'ended')
            void run({ type: 'peer.close', peerId: gone });
        });
      }
    },
  });
}

function goneOf({ event }: Happened): PeerId | null {
  if (event.type === 'lead.went') return LEAD_PEER;
  return event.type === 'board.went' ? event.classroomId : null;
}

function isOnline(state: LessonState, peerId: PeerId): boolean {
  return peerId === LEAD_PEER ? state.leadOnline : (state.classrooms[peerId]?.board.online ?? false);
}
