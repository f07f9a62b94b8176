import {
  type Classroom,
  type GivenAnswer,
  isRight,
  type QuestionRound,
  type Seat,
  sumOfHands,
} from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { seatsByNumber } from '../assistant/room-of.ts';
import { usePupilName } from '../assistant/use-pupil-name.ts';
import { answerWords } from './answer-words.ts';
import css from './RoomAnswersSheet.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'names' | 'act'> {
  readonly round: QuestionRound;
  readonly room: Classroom;
  readonly onClose: () => void;
}

/** The single answers of one classroom; each goes onto the boards only by its own button. */
export function RoomAnswersSheet({ round, room, names, act, onClose }: Props) {
  const t = useT();
  const [near, setNear] = useState<string | null>(null);
  const hands = sumOfHands(round.handCounts[room.classroomId]);
  const photos = round.task.kind === 'photo';
  const given = seatsByNumber(room).flatMap((seat) => {
    const answer = round.answers[seat.seatId];
    return answer?.classroomId === room.classroomId && answer.answer ? [{ seat, given: answer }] : [];
  });
  const shown = given.filter(({ seat }) => near === null || seat.seatId === near);
  return (
    <Sheet title={t('teach.single', { room: room.name })} place={photos ? 'full' : 'side'} onClose={onClose}>
      <p className="muted">{t('teach.singleHint')}</p>
      {hands > 0 && <p className={css.hands}>{t('teach.handsCounted', { count: hands })}</p>}
      {given.length === 0 && <p>{t('teach.noAnswers')}</p>}
      {near !== null && <Button onClick={() => setNear(null)}>{t('teach.back')}</Button>}
      <ul className={classNames(photos ? css.photos : css.list, near !== null && css.near)}>
        {shown.map(({ seat, given }) => (
          <OneAnswer
            key={seat.seatId}
            {...{ round, seat, given, names, act }}
            onNear={near === null ? () => setNear(seat.seatId) : null}
          />
        ))}
      </ul>
    </Sheet>
  );
}

interface OneProps extends Pick<Props, 'round' | 'names' | 'act'> {
  readonly seat: Seat;
  readonly given: GivenAnswer;
  /** Makes a photo large; null where it is. */
  readonly onNear: (() => void) | null;
}

function OneAnswer({ round, seat, given: { answer, source }, names, act, onNear }: OneProps) {
  const t = useT();
  const name = usePupilName(names)(seat);
  const { roundId, shown, task } = round;
  const { seatId } = seat;
  const right = answer && isRight(task, answer);
  const isShown = shown.some((one) => one.by === 'seat' && one.seatId === seatId);
  return (
    <li className={css.answer}>
      {answer?.kind === 'photo' && (
        <div className={css.photo}>
          <BlobPicture hash={answer.photo} alt={t('teach.photoOf', { name })} className={css.picture} />
          {onNear && (
            <button type="button" className={css.enlarge} aria-label={t('teach.photoOf', { name })} onClick={onNear} />
          )}
        </div>
      )}
      <p className={css.who}>
        <b>{seat.number}</b> {name}
        {source !== 'tablet' && <span className="muted"> · {t(`teach.source_${source}`)}</span>}
      </p>
      {answer && answer.kind !== 'photo' && (
        <p className={css.said}>
          <RichText text={answerWords(t, task, answer)} /> {right !== null && (right ? '✓' : '✗')}
        </p>
      )}
      <Button
        size="small"
        disabled={isShown}
        onClick={() => act({ type: 'question.show-answer', roundId, item: { by: 'seat', seatId } })}
      >
        {t(isShown ? 'teach.shown' : 'teach.show')}
      </Button>
    </li>
  );
}
