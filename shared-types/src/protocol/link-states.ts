import { LINK_STATES, type LinkState } from './signals.ts';

/** The worse of two states of one link. */
export function worseLink(one: LinkState, other: LinkState): LinkState {
  return LINK_STATES.indexOf(one) > LINK_STATES.indexOf(other) ? one : other;
}

/** What to say of a link: better at once, worse only when two samples agree, so that a switch of layers is no alarm. */
export function steadyLink(shown: LinkState, before: LinkState, now: LinkState): LinkState {
  if (LINK_STATES.indexOf(now) < LINK_STATES.indexOf(shown)) return now;
  return LINK_STATES.indexOf(before) < LINK_STATES.indexOf(now) ? before : now;
}
