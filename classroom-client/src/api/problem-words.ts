import type { Refusal } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';

/** The plain sentence for a refusal of a command or route, or for a network that is down. */
export function problemWords(t: Say, reason: Refusal | 'offline'): string {
  return reason === 'offline' ? t('common.offline') : t(`refusal.${reason}`);
}
