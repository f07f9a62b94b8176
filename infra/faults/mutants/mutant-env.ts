import { fileURLToPath } from 'node:url';
import type { MUTANTS } from './mutants.ts';

export type MutantName = (typeof MUTANTS)[number]['name'];

/** The environment in which a server runs as this mutant. */
export function mutantEnv(name: MutantName): NodeJS.ProcessEnv {
  const hooks = new URL('register.ts', import.meta.url);
  return {
    NODE_OPTIONS: `--import=${hooks.href}`,
    TONGKE_MUTANT: name,
    TONGKE_ROOT: fileURLToPath(new URL('../../../', import.meta.url)),
  };
}
