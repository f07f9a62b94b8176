import type { Words } from '../words.ts';

/** Why a hand is up: read at seven, and by the teachers beside it. */
export const hands = {
  why: { zh: '想做什么？不选也行', en: 'What for? You may skip this' },
  answer: { zh: '回答', en: 'Answer' },
  ask: { zh: '提问', en: 'Ask' },
  show: { zh: '展示', en: 'Show' },
} as const satisfies Words;
