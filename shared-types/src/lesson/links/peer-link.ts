import type { PeerId } from '../../ids.ts';
import type { LinkChoice } from '../../ladder/link-choice.ts';
import type { Rung, UplinkRung } from '../../ladder/rungs.ts';
import { entryOf } from '../entry-of.ts';
import type { LessonState, Time } from '../state.ts';

/** As many changes of one link are remembered. */
export const CHANGES_REMEMBERED = 5;

/** Where a link stood from then on: what its screen receives, and what its camera sends. */
export interface LinkChange {
  readonly at: Time;
  readonly down: Rung;
  readonly up: UplinkRung;
}

/** What is known of the link of a media endpoint. */
export interface PeerLink {
  readonly down: Rung;
  readonly up: UplinkRung;
  readonly choice: LinkChoice;
  /** The newest last. */
  readonly changes: readonly LinkChange[];
}

const GOOD: PeerLink = { down: 'A', up: 'full', choice: 'auto', changes: [] };

/** The link of this peer; a good one where nothing else was said, or may be known. */
export function linkOf({ links }: Pick<LessonState, 'links'>, peerId: PeerId): PeerLink {
  return entryOf(links, peerId) ?? GOOD;
}
