import type { DeckItem } from '@tongke/shared-types';
import { problemWords } from '../../api/problem-words.ts';
import type { Say } from '../../i18n/i18n.ts';

/** How far a deck is, or why it was refused. */
export function deckStatus(t: Say, { status, received, bytes, done, pages, problem }: DeckItem): string {
  switch (status) {
    case 'uploading':
      return t('slides.uploading', { percent: Math.floor((100 * received) / bytes) });
    case 'waiting':
      return t('slides.waiting');
    case 'converting':
      return t('slides.converting', { done });
    case 'ready':
      return t('slides.pages', { pages: pages ?? 0 });
    case 'refused':
      return problemWords(t, problem ?? 'deck/broken');
  }
}
