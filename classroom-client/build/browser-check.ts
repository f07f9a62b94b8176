import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('browser-check.js', import.meta.url);

/**
 * Puts the check for a browser that is too old in front of every page. It is a classic ES5 script of its own: old
 * browsers ignore module scripts, and the pages' safety headers allow no inline ones.
 */
export function browserCheck(): Plugin {
  const code = readFileSync(SOURCE, 'utf8');
  const fileName = `assets/browser-check-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
  let building = false;
  return {
    name: 'browser-check',
    configResolved(config) {
      building = config.command === 'build';
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    transformIndexHtml(html) {
      const needs = /name="tongke-needs" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const attrs = { 'data-needs': needs, ...(building ? { src: `/${fileName}` } : {}) };
      return [{ tag: 'script', attrs, children: building ? '' : code, injectTo: 'body' }];
    },
  };
}
