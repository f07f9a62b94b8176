import { refuse, type SfuReply, type SfuRequest } from '@tongke/shared-types';
import type { Lessons } from '../media/lessons.ts';
import { DONE, done } from '../media/result.ts';
import type { TabletRooms } from '../tablets/tablet-rooms.ts';

/** The verbs of one lesson: all but those of the link itself. */
export type LessonRequest = Exclude<SfuRequest, { type: 'attach' }>;

/** What the verbs act on. */
export interface Held {
  readonly lessons: Lessons;
  readonly tablets: TabletRooms;
}

/**
 * Does what a permitted request asks; ids that are not known are refused, rejections mean that a worker is gone. `askedAt` numbers
 * requests in the order in which they came, which the lanes do not keep between peers.
 */
export async function dispatch({ lessons, tablets }: Held, request: LessonRequest, askedAt: number): Promise<SfuReply> {
  const { lessonId } = request;
  switch (request.type) {
    case 'lesson.close':
      lessons.closeRoom(lessonId);
      tablets.closeRoom(lessonId);
      return DONE;
    case 'data.open':
      return tablets.open(request, request.dtlsParameters);
    case 'data.close':
      return tablets.closeSeat(lessonId, request.seatId, request.channel);
    case 'track.audience': {
      const track = lessons.room(lessonId)?.tracks.get(request.trackId);
      if (!track) return refuse('media/no-such-track');
      track.keepOnly(request.peerIds, askedAt);
      return DONE;
    }
    case 'chorus.set': {
      const { peerIds, always } = request;
      const room = peerIds.length > 0 ? lessons.openRoom(lessonId) : lessons.room(lessonId);
      room?.setChorus(peerIds, always);
      return DONE;
    }
    case 'peer.join':
      return lessons
        .openRoom(lessonId)
        .openPeer(request.peerId)
        .join(request.publishes, request.have, request.dtlsParameters, request.ceiling);
    case 'grant.set':
      return lessons.openRoom(lessonId).openPeer(request.peerId).setGrant(request.source, request.ttlMs);
    case 'grant.clear':
      return lessons.room(lessonId)?.peer(request.peerId)?.clearGrant(request.source) ?? DONE;
    case 'peer.close':
      lessons.room(lessonId)?.closePeer(request.peerId);
      return DONE;
    default:
      return ofPeer(lessons, request, askedAt);
  }
}

type PeerRequest = Exclude<
  LessonRequest,
  {
    type:
      | 'lesson.close'
      | 'track.audience'
      | 'chorus.set'
      | 'peer.join'
      | 'peer.close'
      | 'grant.set'
      | 'grant.clear'
      | 'data.open'
      | 'data.close';
  }
>;

/** The verbs of a peer that has joined. */
async function ofPeer(lessons: Lessons, request: PeerRequest, askedAt: number): Promise<SfuReply> {
  const peer = lessons.room(request.lessonId)?.peer(request.peerId);
  if (!peer) return refuse('media/not-joined');
  switch (request.type) {
    case 'peer.capabilities':
      return peer.setCapabilities(request.rtpCapabilities);
    case 'transport.connect':
      return peer.connect(request.transportId, request.dtlsParameters);
    case 'transport.restart-ice':
      return peer.restartIce(request.transportId);
    case 'producer.open':
      return peer.produce(request.transportId, request.source, request.rtpParameters);
    case 'producer.shelter':
      return peer.shelter(request.transportId, request.trackId, request.rtpParameters);
    case 'producer.close':
      return peer.closeTrack(request.trackId);
    case 'loop.open':
      return peer.openLoop(request.transportId, request.rtpParameters);
    case 'loop.close':
      return peer.closeLoop();
    case 'consumer.open':
      return peer.watch(request.trackIds, askedAt);
    case 'consumer.resume':
      return peer.resume(request.consumerIds);
    case 'consumer.pause':
      return peer.pause(request.consumerIds);
    case 'consumer.layer':
      return peer.preferLayer(request.consumerId, request.spatialLayer);
    case 'peer.ceiling':
      await peer.links.allow(request);
      return DONE;
    case 'peer.link':
      peer.links.hear(request, performance.now());
      return DONE;
    case 'peer.health':
      return done(await peer.links.health(performance.now()));
    case 'consumer.close':
      return peer.closeWatch(request.consumerId);
  }
}
