import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, WHOLE } from './find-chromium.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('findChromium', () => {
  it('answers the program file of a browser that is on PATH', async () => {
    const file = join(folder, 'chromium');
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    const found = await findChromium({ PATH: `/nowhere:${folder}` }, [], async (name) => name === 'chromium');
    expect(found).toBe(file);
  });

  it('prefers the headless shell, which opens a page for half the work', async () => {
    const names = ['chromium-headless-shell', 'chromium'];
    expect(await findChromium({ PATH: folder }, [], async (name) => names.includes(name))).toBe(names[0]);
  });

  it('prefers the whole browser where it is asked to', async () => {
    const works = async (/** @type {string} */ name) => ['chromium-headless-shell', 'chromium'].includes(name);
    expect(await findChromium({ PATH: folder }, [], works, WHOLE)).toBe('chromium');
  });

  it('asks only the browser that CHROMIUM_BIN names', async () => {
    /** @type {string[]} */
    const asked = [];
    const works = async (/** @type {string} */ name) => asked.push(name) > 1;
    expect(await findChromium({ CHROMIUM_BIN: '/opt/browser', PATH: folder }, [], works)).toBeUndefined();
    expect(asked).toEqual(['/opt/browser']);
  });

  it('passes over a name that does not run', async () => {
    const other = join(folder, 'fetched');
    const found = await findChromium({ PATH: folder }, [other], async (name) => name === other);
    expect(found).toBe(other);
  });
});
