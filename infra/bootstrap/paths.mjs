import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Node 24, as the package `node` provides it. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** Notes about work that need not be done twice; goes away with node_modules, as it should. */
export const NOTES = join(ROOT, 'node_modules', '.cache', 'tongke');

/** Where the servers keep their sources as they were compiled: a killed one is back in half the time. */
export const COMPILED = join(NOTES, 'compiled');
