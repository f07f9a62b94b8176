import { useT } from '../../i18n/use-t.ts';
import { moreKinds } from './AnswerPad.tsx';
import css from './Round.module.css';

/** The picture of a question; what shows it comes with the first one. */
export function QuestionPicture({ hash }: { readonly hash: string }) {
  const t = useT();
  const kinds = moreKinds.use();
  return (
    <div className={css.picture}>
      {kinds ? <kinds.BlobPicture hash={hash} alt={t('pupil.questionPicture')} /> : t('common.pictureComing')}
    </div>
  );
}
