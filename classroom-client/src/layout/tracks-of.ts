import type { LessonState, PeerId, Track, TrackSource } from '@tongke/shared-types';

function trackOf(view: LessonState, peerId: PeerId, source: TrackSource): Track | null {
  return Object.values(view.tracks).find((track) => track.peerId === peerId && track.source === source) ?? null;
}

/** What is shared of a screen, by whoever does: the picture before the sound of a film; none while it is on its way. */
export function screenTracks(view: LessonState): readonly Track[] {
  const { screen } = view;
  if (!screen) return [];
  return (['screen', 'screen-sound'] as const).flatMap((source) => trackOf(view, screen.peerId, source) ?? []);
}

/** The camera that this peer sends, or null. */
export function cameraOf(view: LessonState, peerId: PeerId): Track | null {
  return trackOf(view, peerId, 'camera');
}

/** The microphone that this peer sends, or null. */
export function microphoneOf(view: LessonState, peerId: PeerId): Track | null {
  return trackOf(view, peerId, 'microphone');
}
