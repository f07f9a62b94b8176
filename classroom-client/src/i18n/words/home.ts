import type { Words } from '../words.ts';

/** Words of the page at `/`. */
export const home = {
  title: { zh: '同课', en: 'Tongke' },
  line: { zh: '一堂课，许多教室一起上', en: 'One lesson, many classrooms' },
  teach: { zh: '我是主讲老师', en: 'I am the lead teacher' },
  teachLine: { zh: '选课、上课', en: 'Choose a lesson and teach' },
  board: { zh: '教室大屏', en: 'Classroom board' },
  boardLine: { zh: '这台设备是教室里的大屏', en: 'This device is the screen in a classroom' },
  pupil: { zh: '学生', en: 'Pupil' },
  pupilLine: { zh: '用平板抢答、答题', en: 'Buzz and answer on a tablet' },
  admin: { zh: '学校管理', en: 'School administration' },
  assistant: { zh: '我是助教', en: 'I am the assistant' },
  assistantLine: {
    zh: '把大屏和教室配对；手机当遥控，请扫大屏上“助教”里的码',
    en: 'Pair a board with a classroom; for a phone as remote, scan the code under “Assistant” on the board',
  },
} as const satisfies Words;
