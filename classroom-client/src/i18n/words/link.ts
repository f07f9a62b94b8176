import type { Words } from '../words.ts';

/** What a link carries, from everything to nothing: on the board and on the lead teacher's tiles in the same words. */
export const link = {
  A: { zh: '声音正常 · 画面清楚', en: 'Sound fine · clear picture' },
  B: { zh: '声音正常 · 画面稍省流', en: 'Sound fine · picture saves a little' },
  C: { zh: '声音正常 · 画面已省流', en: 'Sound fine · picture saves data' },
  D: { zh: '声音正常 · 画面两秒一张', en: 'Sound fine · a still every 2 s' },
  E: { zh: '声音正常 · 画面已停', en: 'Sound fine · no picture' },
  F: { zh: '听不到声音', en: 'No sound' },
  low: { zh: '摄像头已省流', en: 'Camera saves data' },
  still: { zh: '摄像头五秒一张', en: 'Camera: a still every 5 s' },
  none: { zh: '摄像头已停', en: 'Camera stopped' },
  choice: { zh: '这间教室的网络', en: 'Link of this classroom' },
  auto: { zh: '自动', en: 'Automatic' },
  saving: { zh: '省流', en: 'Save data' },
  voice: { zh: '只要声音', en: 'Sound only' },
  health: { zh: '最近五分钟', en: 'The last five minutes' },
  noHealth: { zh: '还没有量到这间教室的网络', en: 'The link of this classroom has not been measured yet' },
  toRoom: { zh: '送到教室', en: 'To the classroom' },
  fromRoom: { zh: '从教室来', en: 'From the classroom' },
  loss: { zh: '丢包', en: 'Lost packets' },
  roundTrip: { zh: '往返延迟', en: 'Round trip' },
  madeUp: { zh: '补出来的声音', en: 'Made-up voice' },
  changes: { zh: '网络变化', en: 'How the link changed' },
} as const satisfies Words;
