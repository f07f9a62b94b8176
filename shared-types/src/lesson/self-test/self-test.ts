import type { Finding } from '../../self-test/findings.ts';
import type { Time } from '../state.ts';

/** A test takes some ten seconds: what comes sooner after the last one is none, ms. */
export const SELF_TEST_PAUSE_MS = 5_000;

/** The latest self-test of a media endpoint; the worst finding first. */
export interface SelfTest {
  readonly findings: readonly Finding[];
  readonly at: Time;
}
