import type { BuzzerRound, Place } from '@tongke/shared-types';
import { isSameEntrant } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import css from './BuzzerOrder.module.css';
import { entrantName } from './entrant-name.ts';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly round: BuzzerRound;
  /** The final order, or the one that the presses make so far. */
  readonly order: readonly Place[];
}

/** [BZ11] Who pressed, by reaction, with the margin, the lead of the first, and why a margin is wide. It scrolls by itself. */
export function BuzzerOrder({ view, names, round, order }: Props) {
  const t = useT();
  return (
    <ol className={css.order} data-order>
      {order.map((line) => (
        <li key={line.rank} className={css.line} aria-current={line.rank === round.current || undefined}>
          <b className={css.place}>{line.place}</b>
          <span className={css.name} title={lineName(t, { view, names }, line)}>
            {lineName(t, { view, names }, line)}
          </span>
          <span className={css.numbers}>{numbers(t, order, line)}</span>
          {marksOf(round, line).map((mark) => (
            <span key={mark} className={css.mark} title={t(`teach.markLine-${mark}`)}>
              {t(`teach.mark-${mark}`)}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

function lineName(t: Say, lesson: Pick<TeachProps, 'view' | 'names'>, { entrant, team }: Place): string {
  const name = entrantName(t, lesson, entrant);
  return team === null ? name : t('teach.inTeam', { team: team + 1, name });
}

/** 0.31 秒 ± 0.02，领先 0.02 秒. */
function numbers(t: Say, order: readonly Place[], { rank, place, reaction, margin }: Place): string {
  if (reaction === null || margin === null) return '';
  const said = t('teach.reaction', { seconds: inSeconds(reaction), margin: inSeconds(margin) });
  if (place !== 1) return said;
  if (order.filter((other) => other.place === 1).length > 1) return said + t('teach.tied');
  const second = order.find((other) => other.rank === rank + 1)?.reaction ?? null;
  // In the mode that lets fresh classrooms go first, the second may have been faster.
  if (second === null || second < reaction) return said;
  return said + t('teach.ahead', { seconds: inSeconds(second - reaction) });
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

type Mark = 'hand' | 'zone' | 'alone' | 'socket';

function marksOf({ presses }: BuzzerRound, { entrant }: Place): Mark[] {
  if (entrant.kind !== 'seat') return [entrant.kind];
  const press = presses.find((each) => isSameEntrant(each.entrant, entrant));
  return [...(press?.alone ? ['alone' as const] : []), ...(press?.socketOnly ? ['socket' as const] : [])];
}
