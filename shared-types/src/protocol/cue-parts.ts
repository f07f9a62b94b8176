import { DATAGRAM_MAX_BYTES } from './data-channel.ts';
import type { TimingDown } from './timing.ts';

type SealedCue = Extract<TimingDown, { type: 'cue' }>;

/** A sealed cue is longer than a datagram: it goes in parts. */
export interface CuePart {
  readonly type: 'cue-part';
  readonly roundId: string;
  /** The same for all parts of one cue: its first two bytes, which are random. */
  readonly tag: number;
  /** 0 and on. */
  readonly part: number;
  /** How many there are. */
  readonly of: number;
  readonly bytes: Uint8Array;
}

/** What stands in front of a part's bytes, with the longest id. */
const HEAD_BYTES = 72;
const PART_BYTES = DATAGRAM_MAX_BYTES - HEAD_BYTES;

export function cueParts({ roundId, sealed }: SealedCue): CuePart[] {
  const of = Math.ceil(sealed.length / PART_BYTES);
  const tag = (sealed[0] ?? 0) * 256 + (sealed[1] ?? 0);
  return Array.from({ length: of }, (_, part) => {
    const bytes = sealed.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
    return { type: 'cue-part', roundId, tag, part, of, bytes };
  });
}

/** Puts parts together, in whatever order they come and however often; answers the cue with its last part. Keeps one cue at a time. */
export function cueAssembler(): (part: CuePart) => SealedCue | null {
  let name = '';
  let parts = new Map<number, Uint8Array>();
  return ({ roundId, tag, part, of, bytes }) => {
    const whose = `${roundId} ${tag} ${of}`;
    if (whose !== name) {
      name = whose;
      parts = new Map();
    }
    if (part < of) parts.set(part, bytes);
    if (parts.size < of) return null;
    const ordered = Array.from({ length: of }, (_, index) => parts.get(index) ?? new Uint8Array(0));
    const sealed = new Uint8Array(ordered.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const one of ordered) {
      sealed.set(one, at);
      at += one.length;
    }
    name = '';
    return { type: 'cue', roundId, sealed };
  };
}
