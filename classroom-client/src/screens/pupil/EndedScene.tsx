import { useT } from '../../i18n/use-t.ts';
import { BigMessage } from './BigMessage.tsx';

/** The lesson is over; so is what this page is for. */
export function EndedScene({ name }: { readonly name: string }) {
  const t = useT();
  return (
    <BigMessage mood="sleep" title={t('pupil.lessonEnded')} line={t('scenes.thanks', { name })}>
      <p className="muted">{t('pupil.canClose')}</p>
    </BigMessage>
  );
}
