import type { LessonPack, LessonState } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { mayPass, pauseAfter, wait } from '../api/try-again.ts';

/** The lesson's pack as a phone reads it: asked for again with another deck, and when the lesson starts. Null until it is here. */
export function usePack(token: string, view: LessonState | null): LessonPack | null {
  const [pack, setPack] = useState<LessonPack | null>(null);
  const lessonId = view?.lessonId;
  const standing = `${view?.slide?.deckId} ${view?.phase}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another deck the pack is another.
  useEffect(() => {
    if (lessonId === undefined) return;
    const stop = new AbortController();
    const look = async () => {
      for (let tries = 0; !stop.signal.aborted; tries += 1) {
        const answer = await call('GET /api/lessons/:id/pack', { id: lessonId, token });
        if (stop.signal.aborted) return;
        if (answer.ok) return setPack(answer.pack);
        if (!mayPass(answer.reason)) return;
        await wait(pauseAfter(tries), stop.signal);
      }
    };
    void look();
    return () => stop.abort();
  }, [token, lessonId, standing]);
  return pack?.lessonId === lessonId ? pack : null;
}
