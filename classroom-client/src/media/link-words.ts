import type { Say } from '../i18n/i18n.ts';
import type { LinkPhase } from '../lesson/lesson-store.ts';
import type { MediaState } from './media-store.ts';

const QUALITY = { good: 'common.linkGood', saving: 'common.linkSaving', 'audio-only': 'common.linkAudioOnly' } as const;

/** The state of a screen's link in the words used everywhere: 良好 / 省流 / 只有声音 / 已断开,正在重连. */
export function linkWords(t: Say, link: LinkPhase, media: Pick<MediaState, 'link' | 'quality'>): string {
  if (link === 'connecting' || (link === 'online' && media.link === 'connecting')) return t('common.connecting');
  if (link !== 'online' || media.link === 'interrupted') return t('common.linkLost');
  return t(QUALITY[media.quality]);
}
