import { RED_CARRIER, type RtpParameters, type TrackSource } from '@tongke/shared-types';

/** Why nothing of a source may be produced without a grant. */
export const NO_GRANT = {
  camera: 'media/camera-not-allowed',
  microphone: 'media/no-turn',
  screen: 'screen/none',
  'screen-sound': 'screen/none',
} as const;

export function kindOf(source: TrackSource): 'audio' | 'video' {
  return source === 'camera' || source === 'screen' ? 'video' : 'audio';
}

/** True where these parameters are of the source's kind, and of a form that every browser plays [VO2]. */
export function fits(source: TrackSource, { codecs }: RtpParameters): boolean {
  return codecs.every(
    ({ mimeType }) => isOf(kindOf(source), mimeType) && mimeType.toLowerCase() !== RED_CARRIER.mimeType,
  );
}

/** True for a voice in either form. */
export function carriesVoice({ codecs }: RtpParameters): boolean {
  return codecs.every(({ mimeType }) => isOf('audio', mimeType));
}

function isOf(kind: 'audio' | 'video', mimeType: string): boolean {
  return mimeType.toLowerCase().startsWith(`${kind}/`);
}
