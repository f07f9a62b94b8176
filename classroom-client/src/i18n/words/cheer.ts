import type { Words } from '../words.ts';

/** Words of praise and applause. */
export const cheer = {
  praise: { zh: '表扬', en: 'Praise' },
  praiseWhom: { zh: '表扬 {{who}}', en: 'Praise {{who}}' },
  praiseLine: {
    zh: '名字只出现在本班的大屏上，别的教室只看到班级。',
    en: 'The name shows on the own class’s board only; others see the class.',
  },
  tapName: { zh: '点名字：', en: 'A tap on a name:' },
  givesTurn: { zh: '请发言', en: 'Let speak' },
  praised: { zh: '表扬已送到', en: 'The praise has arrived' },
  great: { zh: '真棒！', en: 'Well done!' },
  clear: { zh: '说得真清楚！', en: 'So clearly said!' },
  brave: { zh: '真勇敢！', en: 'So brave!' },
  careful: { zh: '真认真！', en: 'So careful!' },
  helpful: { zh: '真热心！', en: 'So helpful!' },
  teacherPraises: { zh: '老师表扬', en: 'The teacher praises' },
  teacherPraisesYou: { zh: '老师表扬你：', en: 'The teacher praises you:' },
  somebodyOf: { zh: '{{classroom}} 的一位同学', en: 'Somebody of {{classroom}}' },
  clap: { zh: '鼓掌', en: 'Applaud' },
  clapLine: {
    zh: '主讲老师会听到掌声，也看到是哪个班。',
    en: 'The lead teacher hears it, and sees which class claps.',
  },
  clapped: { zh: '掌声送到了', en: 'Your applause has arrived' },
  clapping: { zh: '{{rooms}} 在鼓掌', en: '{{rooms}} applauds' },
} as const satisfies Words;
