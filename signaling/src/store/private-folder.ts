import { chmod, mkdir, stat } from 'node:fs/promises';

const OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * Makes a folder that this user alone can read, or shuts one that is there. False where others can still look in: a shared folder
 * such as /tmp stays as it is, and some file systems know no users. Rejects where the folder cannot be made.
 */
export async function privateFolder(path: string): Promise<boolean> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { mode } = await stat(path);
  if ((mode & OTHERS) === 0) return true;
  if (mode & STICKY) return false;
  await chmod(path, 0o700).catch(() => {});
  return ((await stat(path)).mode & OTHERS) === 0;
}
