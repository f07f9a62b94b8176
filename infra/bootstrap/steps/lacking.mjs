import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a settings file that leaves out development packages would leave out, and nothing here works without. */
const NEEDED = ['node', 'vite', 'vitest'];

/**
 * Which of the packages that every command needs are not in `root`'s node_modules.
 * @param {string} root
 */
export function lacking(root) {
  return NEEDED.filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
}
