import { LEAD_PEER, linkOf } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { cameraOf } from '../../layout/tracks-of.ts';
import type { LessonMedia } from '../../media/lesson-media.ts';
import { useMedia } from '../../media/use-media.ts';
import type { BoardProps } from './board-props.ts';
import { PeerPicture } from './PeerPicture.tsx';

interface Props extends Pick<BoardProps, 'view' | 'room'> {
  readonly media: LessonMedia;
  readonly small?: boolean;
}

/** The lead teacher, or why the teacher cannot be seen; in the own class the teacher stands in the room. */
export function TeacherPicture({ view, room, media, small = false }: Props) {
  const t = useT();
  const words = room.own
    ? t('board.lookAtTeacher')
    : !view.leadOnline
      ? t('board.teacherAway')
      : t(cameraOf(view, LEAD_PEER) ? 'board.teacherSoon' : 'board.teacherNoCamera');
  const latest = useMedia(media.store, ({ stills }) => stills[LEAD_PEER]);
  // On another rung none comes: what came last is old.
  const still = linkOf(view, room.classroomId).down === 'D' ? latest : undefined;
  const size = small ? 'small' : 'large';
  return <PeerPicture {...{ view, media, size, still }} peerId={LEAD_PEER} instead={words} />;
}
