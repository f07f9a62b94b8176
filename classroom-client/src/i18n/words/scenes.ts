import type { Words } from '../words.ts';

/** What a pupil's tablet needs a moment after its page: turns, and the end. */
export const scenes = {
  whoSpeaks: { zh: '谁来说？', en: 'Who will speak?' },
  tapToSpeak: { zh: '想说就点“我来”', en: 'Tap “Me!” if you want to' },
  take: { zh: '我来', en: 'Me!' },
  onlyTeacher: { zh: '只有老师听得到你说', en: 'Only the teacher hears you' },
  classTurn: { zh: '你们班在发言', en: 'Your class is speaking' },
  getReady: { zh: '请准备，麦克风马上打开', en: 'Get ready, the microphone is opening' },
  speakToBoard: { zh: '请对着班里的大屏说话', en: 'Speak to the board in your room' },
  teacherAway: { zh: '老师暂时不在，马上回来', en: 'Your teacher will be back soon' },
  thanks: { zh: '{{name}}，今天辛苦了', en: 'Thank you for today, {{name}}' },
} as const satisfies Words;
