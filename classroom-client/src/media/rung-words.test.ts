import { RUNGS, UPLINK_RUNGS } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { startI18n, t } from '../i18n/i18n.ts';
import { common } from '../i18n/words/common.ts';
import { link } from '../i18n/words/link.ts';
import { linkWords } from './link-words.ts';
import { allRungWords, rungWords } from './rung-words.ts';

startI18n({ common, link });

test('[WL8] every rung has words of its own, and says of the sound what is so', () => {
  const words = RUNGS.map((down) => rungWords(t, { down, up: 'full' }));
  expect(new Set(words).size).toBe(RUNGS.length);
  expect(words.filter((one) => one.startsWith('声音正常'))).toHaveLength(5);
  expect(words[5]).toBe('听不到声音');
  expect(words[2]).toBe('声音正常 · 画面已省流');
});

test('[WL8] where there is room for one the worse way is named, else both', () => {
  expect(rungWords(t, { down: 'A', up: 'none' })).toBe('摄像头已停');
  expect(rungWords(t, { down: 'F', up: 'none' })).toBe('听不到声音');
  for (const up of UPLINK_RUNGS) expect(rungWords(t, { down: 'E', up })).toBe('声音正常 · 画面已停');
  expect(allRungWords(t, { down: 'C', up: 'low' })).toBe('声音正常 · 画面已省流 · 摄像头已省流');
});

test('[WL8] a link that is lost says so, whatever it carried', () => {
  expect(linkWords(t, 'online', 'connected', 'E')).toBe('声音正常 · 画面已停');
  expect(linkWords(t, 'online', 'connected', null)).toBe(t('common.linkGood'));
  expect(linkWords(t, 'online', 'interrupted', 'A')).toBe(t('common.linkLost'));
  expect(linkWords(t, 'lost', 'connected', 'A')).toBe(t('common.linkLost'));
});
