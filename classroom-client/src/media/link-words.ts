import type { Rung } from '@tongke/shared-types';
import type { Say } from '../i18n/i18n.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import type { MediaState } from './media-store.ts';
import { rungWords } from './rung-words.ts';

/** The state of a screen's own link: being made, lost, or what it carries; 良好 where there is nothing to carry yet (null). */
export function linkWords(t: Say, phase: LinkPhase, link: MediaState['link'], rung: Rung | null): string {
  if (phase === 'connecting' || (phase === 'online' && link === 'connecting')) return t('common.connecting');
  if (phase !== 'online' || link === 'interrupted') return t('common.linkLost');
  return rung === null ? t('common.linkGood') : rungWords(t, { down: rung, up: 'full' });
}
