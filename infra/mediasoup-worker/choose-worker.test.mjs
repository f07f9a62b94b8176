import { describe, expect, it } from 'vitest';
import { chooseWorker } from './choose-worker.mjs';

/** Steps that note what was asked of them; each test replaces what it is about. @param {object} changes */
function steps(changes) {
  /** @type {string[]} */
  const asked = [];
  return {
    asked,
    cached: async () => void asked.push('cached'),
    alone: (/** @type {() => Promise<string>} */ work) => {
      asked.push('alone');
      return work();
    },
    download: async () => void asked.push('download'),
    build: async () => {
      asked.push('build');
      return '/build/built';
    },
    test: async (/** @type {string} */ candidate) => {
      asked.push(`test ${candidate}`);
      return { passed: ['SRTP'] };
    },
    keep: async (/** @type {string} */ candidate, /** @type {{ origin: string }} */ { origin }) =>
      `/cache/${origin}${candidate}`,
    log: () => {},
    ...changes,
  };
}

describe('chooseWorker', () => {
  it('takes a cached worker without asking for anything else', async () => {
    const all = steps({ cached: async () => '/cache/worker' });
    expect(await chooseWorker(all)).toBe('/cache/worker');
    expect(all.asked).toEqual([]);
  });

  it('looks into the cache again once it is alone, for another process may have filled it', async () => {
    const found = [undefined, '/cache/worker'];
    const all = steps({ cached: async () => found.shift() });
    expect(await chooseWorker(all)).toBe('/cache/worker');
    expect(all.asked).toEqual(['alone']);
  });

  it('keeps a downloaded worker that passes its test', async () => {
    const all = steps({ download: async () => '/build/loaded' });
    expect(await chooseWorker(all)).toBe('/cache/download/build/loaded');
    expect(all.asked).toEqual(['cached', 'alone', 'cached', 'test /build/loaded']);
  });

  it('builds one where none can be downloaded', async () => {
    const all = steps({});
    expect(await chooseWorker(all)).toBe('/cache/build/build/built');
    expect(all.asked).toEqual(['cached', 'alone', 'cached', 'download', 'build', 'test /build/built']);
  });

  it('builds one where the downloaded one fails its test, and says why', async () => {
    /** @type {string[]} */
    const said = [];
    const all = steps({
      download: async () => '/build/loaded',
      test: async (/** @type {string} */ path) =>
        path === '/build/loaded' ? { fault: 'no GLIBC_2.40' } : { passed: ['SRTP'] },
      log: (/** @type {string} */ line) => said.push(line),
    });
    expect(await chooseWorker(all)).toBe('/cache/build/build/built');
    expect(said.join()).toContain('no GLIBC_2.40');
  });

  it('keeps nothing and says what is wrong where the built one fails its test', async () => {
    const kept = /** @type {string[]} */ ([]);
    const all = steps({
      test: async () => ({ fault: 'SRTP_AEAD_AES_256_GCM: a packet came out changed' }),
      keep: async (/** @type {string} */ path) => kept.push(path),
    });
    await expect(chooseWorker(all)).rejects.toThrow(/AES_256_GCM: a packet came out changed/);
    expect(kept).toEqual([]);
  });
});
