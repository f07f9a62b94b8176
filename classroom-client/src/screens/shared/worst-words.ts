import { FINDINGS, type Finding } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** The worst finding of a self-test in words, with the one thing to do; that all is fine where nothing is wrong. */
export function worstWords(t: Say, [worst]: readonly Finding[]): string {
  if (!worst) return t('selfTest.nothing');
  return FINDINGS[worst] === 'green' ? t('selfTest.green') : t(`selfTest.${worst}`);
}
