import type { LessonPack } from '@tongke/shared-types';
import { call } from '../api/call.ts';
import { mayPass, pauseAfter, wait } from '../api/try-again.ts';

/** The lesson's pack as the server has it now, asked for until it comes; null where it is refused or the asking was stopped. */
export async function askPack(lessonId: string, token: string, signal: AbortSignal): Promise<LessonPack | null> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    const answer = await call('GET /api/lessons/:id/pack', { id: lessonId, token });
    if (signal.aborted) return null;
    if (answer.ok) return answer.pack;
    if (!mayPass(answer.reason)) return null;
    await wait(pauseAfter(tries), signal);
  }
  return null;
}
