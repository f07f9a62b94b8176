import type { Words } from '../words.ts';

/** Words for second teachers, and for the lead teacher who names them. */
export const second = {
  mark: { zh: '第二位老师', en: 'Second teacher' },
  you: { zh: '您是第二位老师', en: 'You are the second teacher' },
  leave: { zh: '离开', en: 'Leave' },
  notBegun: {
    zh: '课还没有开始。主讲老师一开始上课，这里就会自己打开。',
    en: 'The lesson has not begun. It opens here by itself once the lead teacher starts.',
  },
  roomsHere: { zh: '{{here}}/{{all}} 间教室在线', en: '{{here}} of {{all}} classrooms here' },
  leadLeads: { zh: '主讲老师在带', en: 'The lead teacher leads' },
  leadBriefly: { zh: '主讲老师断开了', en: 'The lead teacher’s link is down' },
  followLine: {
    zh: '您跟着看。主讲老师请您带，或者暂时不在的时候，这里会出现按钮。',
    en: 'You follow. When the lead teacher hands over or is away, a button appears here.',
  },
  awayLine: {
    zh: '您可以先带：翻页、书写、请发言、出题、开抢答。20 秒内先请您，然后也请各班的助教老师。',
    en: 'You may lead: pages, drawing, turns, questions, the buzzer. You are asked first; after 20 s the assistants too.',
  },
  yoursLine: {
    zh: '各班听不到您的声音：您这边没有麦克风。请用课件、书写、题目和抢答带，要讲的请同学来讲。主讲老师回来后会拿回主持。',
    en: 'The classes cannot hear you: you have no microphone here. Lead with pages, drawing, questions and the buzzer, and let pupils speak. The lead teacher will take over again.',
  },
  sound: { zh: '播放课堂声音', en: 'Play the lesson’s sound' },
  soundLine: {
    zh: '和主讲老师在同一间屋里时请不要打开。',
    en: 'Leave it off in the same room as the lead teacher.',
  },
  // The lead teacher.
  title: { zh: '第二位老师', en: 'Second teachers' },
  line: {
    zh: '请本校的老师跟着看这节课。可以请TA带一会儿；您断开时先请TA带。看不到学生的名字。',
    en: 'Teachers of your school follow this lesson. You may hand them the lead; when your link is lost they are asked first. They read no pupil’s name.',
  },
  none: { zh: '还没有请', en: 'Nobody yet' },
  named: { zh: '请了 {{count}} 位', en: '{{count}} chosen' },
  nobody: { zh: '本校还没有别的老师账号。', en: 'Your school has no other teacher’s account.' },
  choose: { zh: '选老师', en: 'Choose teachers' },
  here: { zh: '在课里', en: 'in the lesson' },
  away: { zh: '不在课里', en: 'not in the lesson' },
  hand: { zh: '请{{name}}带一会儿', en: 'Let {{name}} lead for a while' },
  handSure: {
    zh: '请{{name}}带一会儿？可以随时拿回来。各班听不到TA的声音。',
    en: 'Let {{name}} lead? You can take it back at any time. The classes cannot hear this teacher.',
  },
  most: { zh: '最多 {{count}} 位', en: '{{count}} at most' },
} as const satisfies Words;
