import type { ClassroomId, QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import css from './Results.module.css';

interface Props {
  readonly round: QuestionRound;
  readonly classroomId: ClassroomId;
  readonly most: number;
}

/** The first photos of a classroom, small; the rest is counted. */
export function PhotoTray({ round, classroomId, most }: Props) {
  const t = useT();
  const photos = Object.values(round.answers)
    .filter((given) => given.classroomId === classroomId)
    .flatMap(({ answer }) => (answer?.kind === 'photo' ? [answer.photo] : []));
  const more = photos.length - most;
  return (
    <span className={css.tray}>
      {photos.slice(0, most).map((hash, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two pupils may send the same photo.
        <BlobPicture key={`${hash} ${at}`} hash={hash} alt="" className={css.thumb} />
      ))}
      {more > 0 && (
        <span>
          {t(most === 0 ? 'teach.photosCount' : 'teach.photosMore', { count: most === 0 ? photos.length : more })}
        </span>
      )}
    </span>
  );
}
