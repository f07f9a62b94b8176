import { readFile } from 'node:fs/promises';

/**
 * Names a running process so that no later one is taken for it: its number, the boot of the machine, and when it began (in clock ticks
 * since that boot). A number alone is given out again. Undefined where no such process runs.
 * @param {number} pid
 * @returns {Promise<string | undefined>}
 */
export async function processId(pid) {
  if (!runs(pid)) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name, in brackets, may hold anything; field 22 is the 20th after it.
  const began =
    stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ')[19] ?? '';
  return [pid, boot.trim(), began].join(' ');
}

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
