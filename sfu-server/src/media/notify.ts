import type { SfuNotice } from '@tongke/shared-types';

type WithoutLesson<N> = N extends SfuNotice ? Omit<N, 'lessonId'> : never;

/** Tells signaling what happened in one lesson; lost without harm while there is no control link. */
export type Notify = (notice: WithoutLesson<SfuNotice>) => void;
