import type { Words } from '../words.ts';

/** Words of the clock that everybody sees. */
export const clock = {
  button: { zh: '计时', en: 'Timer' },
  title: { zh: '给大家计时', en: 'A timer for everybody' },
  line: { zh: '各教室的大屏和平板同时看到。', en: 'Boards and tablets show it at the same time.' },
  seconds: { zh: '{{seconds}} 秒', en: '{{seconds}} s' },
  minutes: { zh: '{{minutes}} 分钟', en: '{{minutes}} min' },
  countUp: { zh: '从 0 开始计时', en: 'Count up from 0' },
  down: { zh: '倒计时', en: 'Time left' },
  up: { zh: '计时', en: 'Time' },
  rests: { zh: '暂停', en: 'Paused' },
  over: { zh: '时间到！', en: 'Time is up!' },
  pause: { zh: '暂停', en: 'Pause' },
  resume: { zh: '继续', en: 'Go on' },
  stop: { zh: '收起', en: 'Put away' },
} as const satisfies Words;
