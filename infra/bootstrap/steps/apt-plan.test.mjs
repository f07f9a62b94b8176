import { describe, expect, it } from 'vitest';
import { aptPlan } from './apt-plan.mjs';
import { findChromium } from './find-chromium.mjs';

const debian = { missing: ['chromium', 'ffmpeg'], root: true, apt: true, ubuntu: false };

describe('aptPlan', () => {
  it('does nothing where nothing is missing', () => {
    expect(aptPlan({ ...debian, missing: [] })).toEqual({ do: 'nothing' });
  });

  it('installs as root', () => {
    expect(aptPlan(debian)).toEqual({ do: 'install', packages: ['chromium', 'ffmpeg'] });
  });

  it('names the exact command where the user is not root', () => {
    const plan = aptPlan({ ...debian, root: false });
    expect(plan).toMatchObject({
      do: 'explain',
      message: expect.stringContaining('sudo apt-get install chromium ffmpeg'),
    });
  });

  it('names the parts where there is no apt-get', () => {
    expect(aptPlan({ ...debian, apt: false })).toMatchObject({
      do: 'explain',
      message: expect.stringContaining('chromium, ffmpeg'),
    });
  });

  it('knows that Ubuntu has no chromium package that works, and names what does', () => {
    const plan = aptPlan({ ...debian, ubuntu: true });
    expect(plan.do).toBe('explain');
    expect(plan.message).toContain('sudo apt-get install ffmpeg');
    expect(plan.message).toContain('CHROMIUM_BIN');
    expect(aptPlan({ ...debian, missing: ['ffmpeg'], ubuntu: true })).toEqual({ do: 'install', packages: ['ffmpeg'] });
  });

  it('does not install a second browser where CHROMIUM_BIN is wrong', () => {
    const plan = aptPlan({ ...debian, chromiumBin: '/opt/none' });
    expect(plan).toEqual({ do: 'explain', message: 'CHROMIUM_BIN is /opt/none, but that program does not run.' });
  });
});

describe('findChromium', () => {
  it('passes over a program that does not answer', async () => {
    expect(await findChromium({}, async (name) => name === 'google-chrome')).toBe('google-chrome');
    expect(await findChromium({}, async () => false)).toBeUndefined();
  });

  it('takes CHROMIUM_BIN alone where it is set', async () => {
    expect(await findChromium({ CHROMIUM_BIN: '/opt/chrome' }, async (name) => name === '/opt/chrome')).toBe(
      '/opt/chrome',
    );
    expect(await findChromium({ CHROMIUM_BIN: '/opt/chrome' }, async (name) => name === 'chromium')).toBeUndefined();
  });

  it('does not believe a program that exits well without naming itself', async () => {
    expect(await findChromium({ CHROMIUM_BIN: '/bin/true' })).toBeUndefined();
  });
});
