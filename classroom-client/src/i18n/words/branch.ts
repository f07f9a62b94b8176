import type { Words } from '../words.ts';

/** Words of a lesson over a cut link, for the classroom that goes on by itself and for the lead teacher. */
export const branch = {
  // The board, before it is cut off.
  tabletsReady: {
    zh: '✓ {{count}} 台平板直连大屏，断网也能答题',
    en: '✓ {{count}} {{count|tablet|tablets}} connected to this board: they can answer without a network',
  },
  // The board, cut off.
  offer: { zh: '断网 {{time}}，连不上主课堂', en: 'No network for {{time}}: the lesson is out of reach' },
  offerLine: {
    zh: '本班可以接着上：翻页、出题、数举手，都在这块屏上。网络恢复后自动交给主讲老师。',
    en: 'This class can go on: pages, questions and raised hands, on this board. It is handed to the lead teacher when the network is back.',
  },
  begin: { zh: '本班继续', en: 'Go on with this class' },
  alone: { zh: '断网 {{time}} · 本班自己上', en: 'No network for {{time}} · on our own' },
  online: {
    zh: '网络恢复了。做完这一题，就回到主课堂。',
    en: 'The network is back. After this question the lesson follows.',
  },
  tablets: { zh: '{{count}} 台平板直连大屏', en: '{{count}} {{count|tablet|tablets}} connected to this board' },
  noTablets: { zh: '平板没有直连：跟着大屏幕做，数举手', en: 'No tablet is connected: follow the board, count hands' },
  hands: { zh: '举手', en: 'Hands up' },
  lowerHand: { zh: '{{who}}，点一下放下手', en: '{{who}}: tap to lower the hand' },
  moreHands: { zh: '还有 {{count}} 个', en: '{{count}} more' },
  lowerHands: { zh: '全部放下', en: 'Lower all' },
  draw: { zh: '在上面写', en: 'Draw on it' },
  drawn: { zh: '写好了', en: 'Done drawing' },
  returnNow: { zh: '现在回去', en: 'Return now' },
  nextPage: { zh: '下一页', en: 'Next page' },
  ask: { zh: '出这道题', en: 'Ask this question' },
  asking: { zh: '接下来：{{words}}', en: 'Next: {{words}}' },
  picture: { zh: '看图答题', en: 'a question about a picture' },
  noPages: { zh: '没有课件。可以口头出题，数举手。', en: 'No slides are here. Ask aloud and count hands.' },
  // Back in the lesson.
  merged: {
    zh: '断网 {{time}}，本班自己翻了 {{turns}} 次页、答了 {{rounds}} 道题，已交给主讲老师',
    en: 'No network for {{time}}: this class turned {{turns}} {{turns|page|pages}} and answered {{rounds}} {{rounds|question|questions}}, all handed in',
  },
  missedTitle: { zh: '断网时错过的', en: 'What you missed' },
  missedPages: { zh: '主讲老师讲了这几页', en: 'The lead teacher showed these pages' },
  missedQuestion: { zh: '现在正在答：{{words}}', en: 'Being answered now: {{words}}' },
  spoken: { zh: '老师口头出的题', en: 'a question that is asked aloud' },
  // The lead teacher.
  away: { zh: '大屏没连上 {{time}}', en: 'Board away {{time}}' },
  room: {
    zh: '{{classroom}}断网 {{time}}，自己翻了 {{turns}} 次页、答了 {{rounds}} 道题，已收到',
    en: '{{classroom}} was cut off for {{time}}, turned {{turns}} {{turns|page|pages}} and answered {{rounds}} {{rounds|question|questions}} by itself; received',
  },
  roomTitle: { zh: '断网时本班自己做的', en: 'By itself, while cut off' },
  buzzer: { zh: '抢答：{{count}} 人按了', en: 'Buzzer: {{count}} pressed' },
  buzzerFirst: { zh: '抢答：{{count}} 人按了，{{name}}最快', en: 'Buzzer: {{count}} pressed, {{name}} was first' },
  round: { zh: '{{answered}}/{{expected}} 人回答', en: '{{answered}} of {{expected}} answered' },
  roundRight: {
    zh: '{{answered}}/{{expected}} 人回答，{{right}} 人对',
    en: '{{answered}} of {{expected}} answered, {{right}} right',
  },
} as const satisfies Words;
