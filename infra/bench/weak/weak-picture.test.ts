import { expect, test } from 'vitest';
import { weakPicture } from './weak-picture.ts';

test('each figure stands beside that of the plain page, and what was not measured is not drawn', () => {
  const picture = weakPicture([
    { id: 'video-fps-256k', value: 16.9, control: 0, better: 'more' },
    { id: 'concealed-30pct-loss', value: 0.012, control: 0.28, better: 'less' },
    { id: 'mouth-to-ear-over-one-way-p95-ms', value: 430, control: 300, better: 'less' },
  ]);
  expect([...picture.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual([
    'What weak links leave of a lesson',
    'Tongke',
    'mediasoup-client page, default settings',
    '30 % lost: voice made up',
    'less is better',
    '1.2 %',
    '28 %',
    '256 kbit/s: frames a second',
    'more is better',
    '16.9',
    '0.0',
  ]);
  expect([...picture.matchAll(/<rect x="290" y="\d+" width="([\d.]+)" height="17"/g)].map(([, long]) => long)).toEqual([
    '14.1',
    '330.0',
    '330.0',
    '2.0',
  ]);
});
