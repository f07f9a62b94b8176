import { readFile } from 'node:fs/promises';

/**
 * The interface of the default route, from the text of Linux's /proc/net/route.
 * @param {string} table
 * @returns {string | undefined}
 */
export function defaultInterfaceIn(table) {
  const rows = table
    .split('\n')
    .slice(1)
    .map((row) => row.trim().split(/\s+/));
  const defaults = rows.filter((row) => row[1] === '00000000' && row[7] === '00000000');
  return defaults.sort((a, b) => Number(a[6]) - Number(b[6]))[0]?.[0];
}

/** The interface of this machine's default route; undefined where there is none, or no Linux. */
export async function defaultInterface() {
  return defaultInterfaceIn(await readFile('/proc/net/route', 'utf8').catch(() => ''));
}
