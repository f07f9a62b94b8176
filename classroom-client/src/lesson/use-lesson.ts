import { useStore } from 'zustand';
import type { LessonScreen, LessonStore } from './lesson-store.ts';

/** A part of what the screen knows; the component renders again when that part changes. */
export function useLesson<T>(store: LessonStore, select: (screen: LessonScreen) => T): T {
  return useStore(store, select);
}
