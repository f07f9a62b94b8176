import type { Classroom, PeerLink } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { rungWords } from '../../media/rung-words.ts';

const TROUBLE = {
  refused: 'teach.cameraTroubleRefused',
  busy: 'teach.cameraTroubleBusy',
  missing: 'teach.cameraTroubleMissing',
} as const;

/** The state of a classroom's link in words, as its tile says it. */
export function roomLink(t: Say, room: Classroom, link: Pick<PeerLink, 'down' | 'up'>): string {
  if (room.own) return t('teach.ownRoomHere');
  if (room.left) return t('teach.roomLeft');
  return room.board.online ? rungWords(t, link) : t('teach.boardAway');
}

/** Why there is no picture of this classroom, in words. */
export function noPictureWords(t: Say, room: Classroom): string {
  if (room.own || room.left || !room.board.online) return roomLink(t, room, { down: 'A', up: 'full' });
  if (!room.cameraAllowed) return t('teach.cameraNotAllowed');
  if (room.covered) return t('common.cameraCovered');
  if (room.camera === 'on') return t('teach.pictureSoon');
  return room.camera === 'off' ? t('teach.noPicture') : t(TROUBLE[room.camera]);
}
