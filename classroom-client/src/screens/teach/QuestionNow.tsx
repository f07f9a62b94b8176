import { arrivingIn, type Command, isRevealed, isUnderWay, type QuestionRound } from '@tongke/shared-types';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { answersByRoom } from '../shared/answer-counts.ts';
import { MarkAnswer } from './MarkAnswer.tsx';
import { missingRooms } from './missing-rooms.ts';
import css from './NowStrip.module.css';
import { questionResults } from './question-results.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends TeachProps {
  readonly round: QuestionRound;
  /** Clears this question and goes on to choose the next. */
  readonly onNext: () => void;
}

/** A question from the first answer to the last: how many have answered, who has not, and the next step as the one jade button. */
export function QuestionNow({ onNext, ...props }: Props) {
  const t = useT();
  const { now, act, round } = props;
  const { roundId, prompt, phase } = round;
  const place = useRef<HTMLDivElement>(null);
  const over = isRevealed(round);
  const late = phase === 'open' && now >= round.closesAt;
  const step = late ? null : nextStep(round);
  // Whoever works with the keyboard goes on with Enter, unless busy elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step has its own button.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, [step?.word]);
  return (
    <div className={css.row}>
      <div className={css.main}>
        <h2 title={prompt}>
          <RichText text={prompt || t('teach.onBoardQuestion')} />
        </h2>
        {phase === 'reading' && (
          <div className={css.reading}>
            <span className="muted">{t('teach.readingNow')}</span>
            <Countdown now={now} endsAt={round.opensAt} startsAt={round.openedAt} />
          </div>
        )}
        {late && <p className="muted">{t('teach.lastAnswers')}</p>}
        {phase === 'open' && !late && <Countdown now={now} endsAt={round.closesAt} startsAt={round.opensAt} />}
        {phase === 'closed' && <p className="muted">{t('teach.questionClosed')}</p>}
        {phase === 'revealed' && <p className="muted">{t('teach.revealed')}</p>}
        {phase === 'explained' && <p className="muted">{t('teach.explained')}</p>}
      </div>
      <div className={css.middle}>
        {over ? <Outcome {...props} /> : phase === 'closed' ? <Closed {...props} /> : <Answering {...props} />}
      </div>
      <div ref={place} className={css.next}>
        {step && (
          <Button look="next" size="large" onClick={() => act(step.command)}>
            {t(step.word)}
          </Button>
        )}
        {over && (
          <Button look={step ? 'plain' : 'next'} size="large" onClick={onNext}>
            {t('teach.nextQuestion')}
          </Button>
        )}
        {over && (
          <Button size="large" onClick={() => act({ type: 'round.dismiss', roundId })}>
            {t('teach.dismiss')}
          </Button>
        )}
      </div>
    </div>
  );
}

type WordOfStep = 'teach.closeQuestion' | 'teach.reveal' | 'teach.explain';

/** The one thing to do with this question, or null when it is done with. */
function nextStep(round: QuestionRound): { word: WordOfStep; command: Command } | null {
  const { roundId, phase, explanation } = round;
  if (isUnderWay(round)) return { word: 'teach.closeQuestion', command: { type: 'round.close', roundId } };
  if (phase === 'closed') return { word: 'teach.reveal', command: { type: 'question.reveal', roundId } };
  const explains = phase === 'revealed' && explanation !== '';
  return explains ? { word: 'teach.explain', command: { type: 'question.explain', roundId } } : null;
}

type Part = Omit<Props, 'onNext'>;

function Answering({ view, round }: Part) {
  const t = useT();
  const rooms = answersByRoom(view, round);
  const answered = rooms.reduce((sum, room) => sum + room.answered, 0);
  const expected = rooms.reduce((sum, room) => sum + room.expected, 0);
  const arriving = Object.values(view.classrooms).reduce((sum, room) => sum + arrivingIn(room, round), 0);
  if (expected === 0) return <p className={css.big}>{t('teach.noTablets')}</p>;
  return (
    <>
      <p className={css.big}>
        {t('teach.answeredOf', { answered, expected })}
        {arriving > 0 && <span className={css.arriving}>{t('teach.arriving', { count: arriving })}</span>}
      </p>
      <p className={`muted ${css.short}`}>{missingRooms(t, rooms) || t('teach.allAnswered')}</p>
    </>
  );
}

/** Closed, not shown yet: what is right, where that may be told. */
function Closed({ view, round, act }: Part) {
  const t = useT();
  const { answered, right } = questionResults(view, round).all;
  const { kind } = round.task;
  if (kind === 'single' || kind === 'multiple' || kind === 'true-false') {
    return <MarkAnswer round={round} task={round.task} act={act} />;
  }
  return (
    <>
      <p className={css.big}>
        {right === null ? t('teach.roomGiven', { count: answered }) : t('teach.rightCount', { right, all: answered })}
      </p>
      {right === null && kind !== 'photo' && kind !== 'order' && (
        <p className={`muted ${css.short}`}>{t('teach.markInResults')}</p>
      )}
    </>
  );
}

function Outcome({ view, round }: Part) {
  const t = useT();
  const { answered, right } = questionResults(view, round).all;
  return (
    <>
      <p className={css.big}>{right === null ? t('teach.noRight') : t('teach.rightCount', { right, all: answered })}</p>
      {round.phase === 'explained' && round.explanation !== '' && (
        <p className={css.short} title={round.explanation}>
          <RichText text={round.explanation} />
        </p>
      )}
    </>
  );
}
