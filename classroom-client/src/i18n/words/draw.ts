import type { Words } from '../words.ts';

/** A pupil's name by lot, on the lead teacher's screen. */
export const draw = {
  line: {
    zh: '这节课和最近三节课发言少的同学，更容易抽到。',
    en: 'Whoever spoke little, in this lesson and the last three, is likelier to be drawn.',
  },
  all: { zh: '从所有班里抽', en: 'From all classes' },
  room: { zh: '或者从一个班里抽', en: 'Or from one class' },
  drawn: { zh: '抽到：{{who}}', en: 'Drawn: {{who}}' },
  give: { zh: '请这位说', en: 'Let them speak' },
  again: { zh: '再抽一次', en: 'Draw again' },
  away: { zh: '收起抽到的名字', en: 'Put the drawn name away' },
} as const satisfies Words;
