import type { Words } from '../words.ts';

/** What a pupil reads after the reveal: short, kind, and readable at seven. */
export const result = {
  right: { zh: '答对了！', en: 'Right!' },
  rightLine: { zh: '真棒，得 1 分', en: 'Well done, 1 point' },
  rightPlain: { zh: '真棒！', en: 'Well done!' },
  rightStreak: { zh: '连对 {{count}} 题，得 2 分！', en: '{{count}} in a row: 2 points!' },
  notRight: { zh: '这次不对', en: 'Not this time' },
  notRightLine: { zh: '没关系，听老师讲一讲', en: 'Never mind, listen to the teacher' },
  noAnswer: { zh: '这题你没有作答', en: 'You did not answer this one' },
  noAnswerLine: { zh: '听老师讲一讲', en: 'Listen to the teacher' },
  thanks: { zh: '谢谢你的回答', en: 'Thank you for your answer' },
  rightAnswer: { zh: '正确答案', en: 'Right answer' },
  yourAnswer: { zh: '你的答案', en: 'Your answer' },
} as const satisfies Words;
