import { type HandKey, handKeys, type QuestionRound, sumOfHands } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './HandCounts.module.css';
import type { RoomProps } from './room-props.ts';
import { useHandCounts } from './use-hand-counts.ts';

type Props = Omit<RoomProps, 'names'>;

/** Counts the hands of pupils without a tablet, from the opening of a question until its answer is shown; nothing otherwise. */
export function HandCounts(props: Props) {
  const { round } = props.view;
  if (round?.kind !== 'question' || (round.phase !== 'open' && round.phase !== 'closed')) return null;
  return <Steppers key={round.roundId} {...props} round={round} />;
}

function Steppers({ room, act, round }: Props & { readonly round: QuestionRound }) {
  const t = useT();
  const { counts, change } = useHandCounts(round, room.classroomId, act);
  const free = Object.keys(room.seats).length - (round.answered[room.classroomId] ?? 0);
  const left = Math.max(0, free - sumOfHands(counts));
  const keys = handKeys(round.task);
  return (
    <section className={css.card} aria-label={t('assistant.counts')}>
      <h2>{t('assistant.counts')}</h2>
      <p className="muted">{t(keys.includes('right') ? 'assistant.countsRightHint' : 'assistant.countsHint')}</p>
      <p className={css.left} role="status">
        {left > 0 ? t('assistant.countsLeft', { left }) : t('assistant.countsFull')}
      </p>
      {keys.map((key) => (
        <div key={key} className={classNames(css.line, css[key])} style={colourOf(key)}>
          <HandMark hand={key} />
          <button
            type="button"
            aria-label={t('assistant.fewer', { choice: handWords(t, key) })}
            disabled={!counts[key]}
            onClick={() => change(key, -1)}
          >
            −
          </button>
          <output className={css.count}>{counts[key] ?? 0}</output>
          <button
            type="button"
            aria-label={t('assistant.more', { choice: handWords(t, key) })}
            disabled={left <= 0}
            onClick={() => change(key, 1)}
          >
            +
          </button>
        </div>
      ))}
    </section>
  );
}

function HandMark({ hand }: { readonly hand: HandKey }) {
  const t = useT();
  if (isChoice(hand)) return <ChoiceMark choice={hand} className={css.mark} />;
  const yes = hand === 'true' || hand === 'right';
  return (
    <span className={css.mark}>
      <span aria-hidden="true">{yes ? '✓' : '✗'}</span> {handWords(t, hand)}
    </span>
  );
}

/** What is counted, in words. */
function handWords(t: Say, hand: HandKey): string {
  return isChoice(hand) ? hand : t(`assistant.hand_${hand}`);
}

function colourOf(hand: HandKey) {
  return isChoice(hand) ? { background: choiceColour(hand) } : undefined;
}

function isChoice(hand: HandKey): hand is 'A' | 'B' | 'C' | 'D' {
  return hand.length === 1;
}
