import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A full lesson has 5,000 tablets; boards, the database and the logs take a few more. */
const ENOUGH = 6_000;

/**
 * What to say where the system allows a process fewer open files than a full lesson has connections; null where it is enough, or where
 * nobody can tell. Node raises its own limit to what the system allows.
 * @returns {Promise<string | null>}
 */
export async function fileLimitAdvice() {
  try {
    const { stdout } = await promisify(execFile)('sh', ['-c', 'ulimit -Hn']);
    return adviceFor(stdout.trim());
  } catch {
    return null;
  }
}

/** @param {string} limit what `ulimit -Hn` printed */
export function adviceFor(limit) {
  const most = Number.parseInt(limit, 10);
  if (Number.isNaN(most) || most >= ENOUGH) return null;
  return `This system allows ${most} open files, so about ${Math.max(0, most - 500)} tablets; a full lesson has 5,000. Raise it with \`ulimit -Hn 65536\`, for a service with LimitNOFILE.`;
}
