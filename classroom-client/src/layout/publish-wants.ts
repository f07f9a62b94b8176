import { type DeviceSource, type LessonState, mayPublish, type PeerId } from '@tongke/shared-types';

/** Which of the own devices should be sending now. */
export type PublishWants = Readonly<Record<DeviceSource, boolean>>;

/**
 * [FL7] The lead teacher sends from the lobby on. A board sends its camera during the lesson, and its microphone only
 * while its own room has the turn: by this screen's clock too, so that it closes when the link is gone.
 */
export function publishWants(view: LessonState, peerId: PeerId, now: number): PublishWants {
  return {
    camera: mayPublish(view, peerId, 'camera', now) === null,
    microphone: mayPublish(view, peerId, 'microphone', now) === null,
  };
}
