import type { Classroom } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { wordText } from '../shared/word-text.ts';
import { waitingWordsOf, wordsOf } from '../shared/words-of.ts';
import css from './TileWord.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly room: Classroom;
}

/** On a classroom's tile: what its assistant says, else what became of the newest word to that assistant; nothing without either. */
export function TileWord({ view, names, room: { classroomId } }: Props) {
  const t = useT();
  const waiting = waitingWordsOf(view, classroomId, 'room');
  const [heard] = waiting;
  if (heard) {
    return (
      <b className={classNames(css.word, css.heard)}>
        {wordText(t, names, heard)}
        {waiting.length > 1 && ` +${waiting.length - 1}`}
      </b>
    );
  }
  const [told] = wordsOf(view, classroomId, 'lead');
  if (!told) return null;
  return (
    <span className={css.word}>
      {t(`assistant.word-${told.state}`)} {wordText(t, names, told)}
    </span>
  );
}
