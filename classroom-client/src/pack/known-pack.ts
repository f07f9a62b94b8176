import type { LessonPack } from '@tongke/shared-types';
import { createContext } from 'react';

/** The pack of the lesson that this screen is in, once it is known. */
export const KnownPack = createContext<LessonPack | null>(null);
