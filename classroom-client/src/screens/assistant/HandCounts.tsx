import type { QuestionRound } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ChoiceMark, choiceColour } from '../../ui/ChoiceMark.tsx';
import { choiceTask } from '../shared/choice-task.ts';
import css from './HandCounts.module.css';
import type { RoomProps } from './room-props.ts';
import { useHandCounts } from './use-hand-counts.ts';

type Props = Omit<RoomProps, 'names'>;

/** Counts the hands of pupils without a tablet while a question waits for its answer; nothing otherwise. */
export function HandCounts(props: Props) {
  const { round } = props.view;
  if (round?.kind !== 'question' || (round.phase !== 'open' && round.phase !== 'closed')) return null;
  return <Steppers key={round.roundId} {...props} round={round} />;
}

function Steppers({ room, act, round }: Props & { readonly round: QuestionRound }) {
  const t = useT();
  const { counts, change } = useHandCounts(round, room.classroomId, act);
  const { choices } = choiceTask(round.task);
  const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const left = Object.keys(room.seats).length - (round.answered[room.classroomId] ?? 0) - counted;
  return (
    <section className={css.card} aria-label={t('assistant.counts')}>
      <h2>{t('assistant.counts')}</h2>
      <p className="muted">{t('assistant.countsHint', { left: Math.max(0, left) })}</p>
      {choices.map(({ key }) => (
        <div key={key} className={css.line} style={{ background: choiceColour(key) }}>
          <ChoiceMark choice={key} className={css.mark} />
          <button
            type="button"
            aria-label={t('assistant.fewer', { choice: key })}
            disabled={!counts[key]}
            onClick={() => change(key, -1)}
          >
            −
          </button>
          <output className={css.count}>{counts[key] ?? 0}</output>
          <button
            type="button"
            aria-label={t('assistant.more', { choice: key })}
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
