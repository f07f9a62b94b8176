import type { LessonId, LinkState, MediaNotice, PeerId } from '@tongke/shared-types';

/** Tells media endpoints what became of their media; who is not connected hears nothing and finds out when it joins. */
export interface PeerNotifier {
  tell(lessonId: LessonId, peerId: PeerId, notice: MediaNotice): void;
  /** [MD5] The state of a peer's link, as the SFU measured it; told each time, changed or not. */
  measured(lessonId: LessonId, peerId: PeerId, state: LinkState): void;
  /** Every peer of one lesson. */
  tellAll(lessonId: LessonId, notice: MediaNotice): void;
}
