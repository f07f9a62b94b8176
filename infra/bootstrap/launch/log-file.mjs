import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT = 20 * 1024 * 1024;

/**
 * Opens a log file that keeps at most two times 20 MB: the current file and the one before it. A disk that is full loses lines here
 * and nothing else.
 * @param {string} path @param {number} [limit]  bytes
 * @returns {(line: string) => void}
 */
export function logFile(path, limit = LIMIT) {
  mkdirSync(dirname(path), { recursive: true });
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return (line) => {
    try {
      if (size > limit) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, `${line}\n`);
      size += Buffer.byteLength(line) + 1;
    } catch {
      // The server itself reports a full disk where it matters: at the event store.
    }
  };
}
