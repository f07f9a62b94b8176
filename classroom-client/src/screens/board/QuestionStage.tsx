import { isRevealed, type QuestionRound } from '@tongke/shared-types';
import { useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormulasSettled } from '../../ui/formulas.ts';
import { RichText } from '../../ui/RichText.tsx';
import { AskedKinds } from './AskedKinds.tsx';
import type { BoardProps } from './board-props.ts';
import { Distribution } from './Distribution.tsx';
import css from './QuestionStage.module.css';
import { ShownAnswers } from './ShownAnswers.tsx';
import { useFit } from './use-fit.ts';

type Props = Pick<BoardProps, 'view' | 'room' | 'names'> & { readonly round: QuestionRound };

/** The question as the back row reads it, as large as it fits; then how it was answered, and the explanation. */
export function QuestionStage({ view, room, names, round }: Props) {
  const t = useT();
  const { phase, task, prompt, picture, explanation, shown, roundId } = round;
  const stage = useRef<HTMLDivElement>(null);
  const revealed = isRevealed(round);
  useFit(stage, `${roundId} ${phase} ${shown.length} ${useFormulasSettled()}`);
  const photos = task.kind === 'photo' && shown.length > 0;
  return (
    <div ref={stage} className={classNames(css.question, revealed && css.revealed)}>
      <h1 className={css.prompt}>
        <RichText text={prompt || t('board.spokenQuestion')} />
      </h1>
      <div className={css.body}>
        {picture !== null && (
          <div className={css.picture}>
            <BlobPicture hash={picture} alt={t('board.questionPicture')} />
          </div>
        )}
        {!photos && (
          <div className={css.answers}>
            {revealed ? <Distribution round={round} classroomId={room.classroomId} /> : <AskedKinds task={task} />}
          </div>
        )}
        {shown.length > 0 && <ShownAnswers view={view} names={names} shown={shown} />}
      </div>
      {explanation !== '' && (
        <p className={css.explained}>
          <RichText text={explanation} />
        </p>
      )}
    </div>
  );
}
