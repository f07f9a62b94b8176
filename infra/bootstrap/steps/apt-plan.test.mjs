import { describe, expect, it } from 'vitest';
import { aptPlan } from './apt-plan.mjs';
import { browserPlan } from './browser-plan.mjs';
import { findChromium } from './find-chromium.mjs';

const debian = { missing: ['ffmpeg', 'espeak-ng'], root: true, apt: true };

describe('aptPlan', () => {
  it('does nothing where nothing is missing', () => {
    expect(aptPlan({ ...debian, missing: [] })).toEqual({ do: 'nothing' });
  });

  it('installs as root', () => {
    expect(aptPlan(debian)).toEqual({ do: 'install', packages: ['ffmpeg', 'espeak-ng'] });
  });

  it('names the exact command where the user is not root', () => {
    const plan = aptPlan({ ...debian, root: false });
    expect(plan).toMatchObject({
      do: 'explain',
      message: expect.stringContaining('sudo apt-get install --yes --no-install-recommends ffmpeg espeak-ng'),
    });
  });

  it('names what later steps lack in the same line, once, and as root leaves it to them', () => {
    const later = ['meson', 'ffmpeg'];
    expect(aptPlan({ ...debian, root: false, later })).toMatchObject({
      message: expect.stringMatching(/recommends ffmpeg espeak-ng meson$/),
    });
    expect(aptPlan({ ...debian, root: false, missing: [], later })).toMatchObject({ do: 'explain' });
    expect(aptPlan({ ...debian, later })).toEqual({ do: 'install', packages: debian.missing });
    expect(aptPlan({ ...debian, missing: [], later })).toEqual({ do: 'nothing' });
  });

  it('names the parts where there is no apt-get', () => {
    const plan = aptPlan({ ...debian, apt: false });
    expect(plan).toMatchObject({ do: 'explain', message: expect.stringContaining('ffmpeg, espeak-ng') });
  });
});

describe('browserPlan', () => {
  const machine = { root: true, apt: true, ubuntu: false, platform: 'linux-x64' };

  it('takes the Debian package as root on Debian', () => {
    expect(browserPlan(machine)).toEqual({ from: 'debian' });
  });

  it("takes the npm registry's build on Ubuntu, whose package is a pointer to snap, and for a user who is not root", () => {
    expect(browserPlan({ ...machine, ubuntu: true })).toEqual({ from: 'npm' });
    expect(browserPlan({ ...machine, root: false })).toEqual({ from: 'npm' });
  });

  it('names what to do where neither exists', () => {
    const plan = browserPlan({ ...machine, root: false, platform: 'linux-arm64' });
    expect(plan).toMatchObject({
      from: 'nowhere',
      message: expect.stringContaining('sudo apt-get install chromium-headless-shell'),
    });
    const ubuntu = browserPlan({ ...machine, ubuntu: true, platform: 'linux-arm64' });
    expect(ubuntu).toMatchObject({ from: 'nowhere', message: expect.stringContaining('CHROMIUM_BIN') });
  });

  it('brings no second browser where CHROMIUM_BIN is wrong', () => {
    expect(browserPlan({ ...machine, chromiumBin: '/opt/none' })).toMatchObject({ from: 'nowhere' });
  });
});

describe('findChromium', () => {
  it('passes over a program that does not answer', async () => {
    expect(await findChromium({}, [], async (name) => name === 'google-chrome')).toBe('google-chrome');
    expect(await findChromium({}, [], async () => false)).toBeUndefined();
  });

  it('takes CHROMIUM_BIN alone where it is set', async () => {
    expect(await findChromium({ CHROMIUM_BIN: '/opt/chrome' }, [], async (name) => name === '/opt/chrome')).toBe(
      '/opt/chrome',
    );
    expect(
      await findChromium({ CHROMIUM_BIN: '/opt/chrome' }, [], async (name) => name === 'chromium'),
    ).toBeUndefined();
  });

  it('does not believe a program that exits well without naming itself', async () => {
    expect(await findChromium({ CHROMIUM_BIN: '/bin/true' })).toBeUndefined();
  });
});
