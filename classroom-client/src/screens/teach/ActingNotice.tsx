import type { LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { actingWords } from '../shared/acting-words.ts';

interface Props {
  readonly view: LessonState;
  readonly onTakeBack: () => void;
}

/** [LD5] Who leads in the lead teacher's place, and one tap to lead again; nothing where nobody does. */
export function ActingNotice({ view, onTakeBack }: Props) {
  const t = useT();
  const words = actingWords(t, view);
  if (words === null) return null;
  return (
    <Notice
      action={
        <Button look="next" onClick={onTakeBack}>
          {t('leading.takeBack')}
        </Button>
      }
    >
      {words}
    </Notice>
  );
}
