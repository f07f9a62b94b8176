import type { Words } from '../words.ts';

/** Words for choosing the classrooms of a lesson. */
export const rooms = {
  joins: { zh: '一起上课的教室', en: 'Classrooms that join' },
  none: {
    zh: '还没有教室。请管理员先添加教室，或与别的学校结对。',
    en: 'No classrooms yet. An administrator adds them, or pairs with another school.',
  },
  own: { zh: '本班（和老师在一间教室）', en: 'Own class (in the teacher’s room)' },
  noOwn: { zh: '没有本班', en: 'None' },
} as const satisfies Words;
