import type { PeerId } from '../../ids.ts';
import { refuse } from '../../refusals.ts';
import type { Measures } from '../../self-test/measures.ts';
import { verdictOf } from '../../self-test/verdict-of.ts';
import { entryOf } from '../entry-of.ts';
import { SELF_TEST_PAUSE_MS } from '../self-test/self-test.ts';
import type { LessonState } from '../state.ts';
import type { Context } from './context.ts';
import { happen, type Outcome } from './outcome.ts';

/** [ST2] A media endpoint says what it measured; the verdict is made here. The own class has no media to test. */
export function reportSelfTest(
  state: LessonState,
  peerId: PeerId,
  measured: Measures,
  { now }: Pick<Context, 'now'>,
): Outcome {
  if (entryOf(state.classrooms, peerId)?.own) return refuse('not-allowed');
  const before = entryOf(state.selfTests, peerId);
  if (before && now - before.at < SELF_TEST_PAUSE_MS) return refuse('too-many-requests');
  return happen({ type: 'self-test.done', peerId, findings: [...verdictOf(measured)], at: now });
}
