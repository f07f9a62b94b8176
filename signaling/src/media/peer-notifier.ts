import type { LessonId, MediaNotice, PeerId, VoiceLevel } from '@tongke/shared-types';

/** Tells media endpoints what became of their media; who is not connected hears nothing and finds out when it joins. */
export interface PeerNotifier {
  tell(lessonId: LessonId, peerId: PeerId, notice: MediaNotice): void;
  /** Every peer of one lesson. */
  tellAll(lessonId: LessonId, notice: MediaNotice): void;
  /** How loud the microphones of one lesson are now. */
  hearVoices(lessonId: LessonId, levels: readonly VoiceLevel[]): void;
}
