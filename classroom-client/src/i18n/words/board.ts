import type { Words } from '../words.ts';

/** Words of the classroom board. */
export const board = {
  title: { zh: '教室大屏', en: 'Classroom board' },
} as const satisfies Words;
