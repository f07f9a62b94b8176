import type { Words } from '../words.ts';

/** Words of leading in the lead teacher's place: the assistant's card, the boards' line, the lead teacher's notice. */
export const leading = {
  now: { zh: '现在由{{classroom}}的老师带', en: 'The teacher of {{classroom}} leads now' },
  nowSecond: { zh: '现在由第二位老师带', en: 'The second teacher leads now' },
  // The assistant.
  away: { zh: '主讲老师暂时不在', en: 'The lead teacher is away' },
  awayLine: {
    zh: '您可以先带一会儿：请同学发言，出 A–D 和判断题，开抢答。',
    en: 'You may lead for a while: give turns, ask A–D or true and false, open the buzzer.',
  },
  take: { zh: '由我先带一会儿', en: 'I will lead for now' },
  takeSure: {
    zh: '由您带全体班级，等主讲老师拿回去？',
    en: 'Lead all classes until the lead teacher takes over again?',
  },
  yours: { zh: '现在由您带', en: 'You lead now' },
  yoursLine: {
    zh: '题目请口头说。主讲老师回来后会拿回主持。',
    en: 'Ask aloud. The lead teacher will take over again.',
  },
  drawOnBoard: {
    zh: '关上这一栏，就能在大屏的页面上写和指。',
    en: 'Close this drawer to draw and point on the page of the board.',
  },
  giveBack: { zh: '我不带了', en: 'Stop leading' },
  giveBackSure: {
    zh: '不再由您带？主讲老师不在时，发言会全部结束。',
    en: 'Stop leading? While the lead teacher is away all turns end.',
  },
  giveTurn: { zh: '请发言', en: 'Let speak' },
  endTurn: { zh: '结束{{classroom}}的发言', en: 'End the turn of {{classroom}}' },
  quickChoices: { zh: 'A–D 马上答', en: 'A–D now' },
  quickTrueFalse: { zh: '判断马上答', en: 'True / false now' },
  buzzer: { zh: '抢答', en: 'Buzzer' },
  closeQuestion: { zh: '结束作答', en: 'Stop answering' },
  closeBuzzer: { zh: '结束抢答', en: 'Stop the buzzer' },
  reveal: { zh: '公布答案', en: 'Show the answer' },
  dismiss: { zh: '收起', en: 'Clear' },
  // The lead teacher.
  hand: { zh: '请这位老师带一会儿', en: 'Let this teacher lead for a while' },
  handSure: {
    zh: '请{{classroom}}的老师带一会儿？可以随时拿回来。',
    en: 'Let the teacher of {{classroom}} lead? You can take it back at any time.',
  },
  takeBack: { zh: '拿回主持', en: 'Take the lead back' },
} as const satisfies Words;
