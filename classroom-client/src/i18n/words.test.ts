import { REFUSALS } from '@tongke/shared-types';
import { expect, test } from 'vitest';
import { addWords, startI18n, switchLanguage, t } from './i18n.ts';
import { common } from './words/common.ts';
import { home } from './words/home.ts';
import { refusalStaff } from './words/refusal-staff.ts';
import { staff } from './words/staff.ts';
import type { Words } from './words.ts';

const sections = import.meta.glob<Record<string, Words>>('./words/*.ts', { eager: true });
const words = Object.values(sections)
  .flatMap((section) => Object.values(section))
  .flatMap((section) => Object.entries(section));

const parameters = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();

test('every word is said in both languages, with the same parameters', () => {
  expect(words.length).toBeGreaterThan(100);
  for (const [key, { zh, en }] of words) {
    expect(zh.trim(), key).not.toBe('');
    expect(en.trim(), key).not.toBe('');
    expect(parameters(en), key).toEqual(parameters(zh));
  }
});

test('a number has its own form of the word', () => {
  startI18n({ staff });
  switchLanguage('en');
  expect([0, 1, 2].map((count) => t('staff.phonesCount', { count }))).toEqual(['0 phones', '1 phone', '2 phones']);
  switchLanguage('zh');
  expect(t('staff.phonesCount', { count: 1 })).toBe('1 部助教手机');
});

test('every refusal has its sentence', () => {
  expect(Object.keys(refusalStaff).sort()).toEqual([...REFUSALS].sort());
});

test('a section that comes later has its words from then on; until then they say that the network has not brought them', () => {
  startI18n({ common });
  expect(t('home.teach')).toBe(common.offline.zh);
  addWords({ home });
  expect(t('home.teach')).toBe(home.teach.zh);
});
