import type { LessonPack, LessonState } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { askPack } from './ask-pack.ts';

/** The lesson's pack as a phone reads it: asked for again with another deck, and when the lesson starts. Null until it is here. */
export function usePack(token: string, view: LessonState | null): LessonPack | null {
  const [pack, setPack] = useState<LessonPack | null>(null);
  const lessonId = view?.lessonId;
  const standing = `${view?.slide?.deckId} ${view?.phase}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another deck the pack is another.
  useEffect(() => {
    if (lessonId === undefined) return;
    const stop = new AbortController();
    void askPack(lessonId, token, stop.signal).then((asked) => asked && setPack(asked));
    return () => stop.abort();
  }, [token, lessonId, standing]);
  return pack?.lessonId === lessonId ? pack : null;
}
