import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/RichText.tsx';
import { answersByRoom, totals } from '../shared/answer-counts.ts';
import { choiceTask } from '../shared/choice-task.ts';
import { missingRooms } from './missing-rooms.ts';
import css from './NowStrip.module.css';
import type { TeachProps } from './teach-props.ts';

/** A question from the first answer to the last: how many have answered, who has not, and the next step as the one jade button. */
export function QuestionNow({ view, now, act, round }: TeachProps & { readonly round: QuestionRound }) {
  const t = useT();
  const { roundId, prompt, phase } = round;
  const { correct } = choiceTask(round.task);
  const revealed = phase === 'revealed' || phase === 'explained';
  const rooms = answersByRoom(view, round);
  const answered = rooms.reduce((sum, room) => sum + room.answered, 0);
  const expected = rooms.reduce((sum, room) => sum + room.expected, 0);
  const right = totals(round).find(({ key }) => key === correct)?.count ?? 0;
  const given = totals(round).reduce((sum, { count }) => sum + count, 0);
  const dismiss = { word: 'teach.dismiss', command: { type: 'round.dismiss', roundId } } as const;
  const next = {
    reading: { word: 'teach.closeQuestion', command: { type: 'round.close', roundId } },
    open: { word: 'teach.closeQuestion', command: { type: 'round.close', roundId } },
    closed: { word: 'teach.reveal', command: { type: 'question.reveal', roundId } },
    revealed: dismiss,
    explained: dismiss,
  } as const;
  const { word, command } = next[phase];
  return (
    <div className={css.row}>
      <div className={css.main}>
        <h2 title={prompt}>
          <RichText text={prompt || t('teach.onBoardQuestion')} />
        </h2>
        {phase === 'open' && <Countdown now={now} endsAt={round.closesAt} startsAt={round.opensAt} />}
        {phase === 'closed' && <p className="muted">{t('teach.questionClosed')}</p>}
        {revealed && <p className="muted">{t('teach.revealed')}</p>}
      </div>
      <div className={css.middle}>
        {revealed ? (
          <>
            <div className={css.counts}>
              {totals(round).map(({ key, count }) => (
                <span
                  key={key}
                  className={classNames(css.count, key === correct && css.right)}
                  style={{ background: choiceColour(key) }}
                >
                  <ChoiceMark choice={key} />
                  <span>{count}</span>
                </span>
              ))}
            </div>
            <p className={css.big}>{correct ? t('teach.rightCount', { right, all: given }) : t('teach.noRight')}</p>
          </>
        ) : (
          <>
            <p className={css.big}>
              {expected > 0 ? t('teach.answeredOf', { answered, expected }) : t('teach.noTablets')}
            </p>
            {expected > 0 && (
              <p className={classNames('muted', css.short)}>{missingRooms(t, rooms) || t('teach.allAnswered')}</p>
            )}
          </>
        )}
      </div>
      <div className={css.next}>
        <Button look="next" size="large" onClick={() => act(command)}>
          {t(word)}
        </Button>
      </div>
    </div>
  );
}
