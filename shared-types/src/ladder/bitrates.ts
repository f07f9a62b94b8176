/** The most that a camera's simulcast layers take, the smallest picture first, in bit/s. */
export const LAYER_BITRATES = [150_000, 500_000, 1_400_000] as const;

/**
 * The most that the layers of a shared screen take, half its size first, in bit/s. Text that stands still takes a fraction; the upper one
 * carries a film of 1280 × 720, or a full screen that changes.
 */
export const SCREEN_BITRATES = [300_000, 1_500_000] as const;

/** Frames per second of a shared screen: sharp text changes seldom, a film does not. */
export const SCREEN_FRAMES = { detail: 5, motion: 24 } as const;

/** Opus for a film's sound in one channel, in bit/s. */
export const FILM_OPUS_BITRATE = 48_000;

/** Frames per second of a camera. */
export const CAMERA_FRAMES = 20;

/**
 * What VP8 with three temporal layers keeps of frames and of bits when the upper ones are left out (libwebrtc's default allocation
 * for three layers: 40 %, 60 %, 100 % of the bits).
 */
export const TEMPORAL_SHARES = [
  { frames: 0.25, bits: 0.4 },
  { frames: 0.5, bits: 0.6 },
  { frames: 1, bits: 1 },
] as const;

/** Opus in one channel, in bit/s. */
export const OPUS_BITRATE = 24_000;

/** A voice on its way, in bit/s: Opus and, in 50 packets a second, 45 bytes of RTP, its extensions and SRTP. */
export const VOICE_BITRATE = OPUS_BITRATE + 18_000;

/** A film's sound on its way, in bit/s, with the same headers. */
export const FILM_SOUND_BITRATE = FILM_OPUS_BITRATE + 18_000;

/** The protected form's Opus, in bit/s: four times in each packet, with a third of the plain form's headers, it takes no more than that. */
export const SHELTERED_OPUS_BITRATE = 10_000;

/** Answers, presses and page turns, in bit/s; slides come in between. */
export const DATA_BITRATE = 12_000;

/** What a link must carry at least for a voice to be understood, in bit/s. */
export const LEAST_VOICE_BITRATE = 20_000;

/** On rung D the teacher's picture comes as a still this often, in ms. */
export const RUNG_STILL_MS = 2_000;

/** A still of at most 8 kB every 2 s, in bit/s. */
export const STILL_BITRATE = (8 * 8_000) / (RUNG_STILL_MS / 1_000);
