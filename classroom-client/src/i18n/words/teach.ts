import type { Words } from '../words.ts';

/** Words of the lead teacher's screens. */
export const teach = {
  title: { zh: '主讲老师', en: 'Lead teacher' },
} as const satisfies Words;
