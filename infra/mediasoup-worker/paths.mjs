import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder, which holds the build's own inputs: subprojects/ and patches/. */
export const HERE = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

/** The installed mediasoup package, whose worker/ folder is the source. */
export const PACKAGE = join(HERE, '..', '..', 'node_modules', 'mediasoup');

/** The folder of the user's cache that keeps finished workers and fetched sources. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tongke', 'mediasoup-worker');
