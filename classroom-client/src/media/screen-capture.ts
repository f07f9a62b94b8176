import { SCREEN_FRAMES, type ScreenStyle } from '@tongke/shared-types';

/** Why no screen is shared: the person said no, this browser cannot, or the system does not let it. */
export type ScreenProblem = 'refused' | 'missing' | 'busy';

export type CapturedScreen =
  | { readonly ok: true; readonly picture: MediaStreamTrack; readonly sound: MediaStreamTrack | null }
  | { readonly ok: false; readonly problem: ScreenProblem };

/** Asks the person which screen, window or tab; a refusal of any kind is a value. To be called in a tap. */
export type CaptureScreen = (style: ScreenStyle) => Promise<CapturedScreen>;

/** The most that is worth sending: text needs the pixels, a film the frames. */
const SIZES = { detail: { width: 1920, height: 1080 }, motion: { width: 1280, height: 720 } } as const;

/** False on phones and tablets, and on pages that are not secure. */
export function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** Captures by the browser's own picker. A film brings its sound, where browser and system let it. */
export const browserScreen: CaptureScreen = async (style) => {
  if (!canShareScreen()) return { ok: false, problem: 'missing' };
  const { width, height } = SIZES[style];
  const video = { width: { max: width }, height: { max: height }, frameRate: { max: SCREEN_FRAMES[style] } };
  const film = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video, audio: style === 'motion' && film });
    const [picture] = stream.getVideoTracks();
    if (!picture) return { ok: false, problem: 'busy' };
    picture.contentHint = style;
    const [sound = null] = stream.getAudioTracks();
    if (sound) sound.contentHint = 'music';
    return { ok: true, picture, sound };
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    return { ok: false, problem: name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'busy' };
  }
};
