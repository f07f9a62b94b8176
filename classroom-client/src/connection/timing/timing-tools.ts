import { cueAssembler, decodeTimingDown, encodeTimingDatagram, openCue } from '@tongke/shared-types';

/** The cipher, and the bytes of the data path: by itself, so that it is downloaded behind everything that a tablet needs at once. */
export const timingTools = { openCue, encode: encodeTimingDatagram, decode: decodeTimingDown, cueAssembler };

export type TimingTools = typeof timingTools;
