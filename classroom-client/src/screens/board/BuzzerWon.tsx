import type { BuzzerRound, Entrant, Place } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { entrantLabel } from '../../lesson/entrant-label.ts';
import { classNames } from '../../ui/class-names.ts';
import { fairnessWords } from '../shared/fairness-words.ts';
import css from './BuzzerStage.module.css';
import type { BoardProps } from './board-props.ts';

/** More characters than this take a smaller size, so that a name stays on one line. */
const LONG_NAME = 8;

interface Props extends BoardProps {
  readonly round: BuzzerRound;
  readonly order: readonly Place[];
}

/** Who was first, or is called now, as large as it goes; those who are tied together; the own room's places; how the wins stand. */
export function BuzzerWon({ view, room, names, round, order }: Props) {
  const t = useT();
  const called = order.find(({ rank }) => rank === round.current);
  if (!called) {
    return (
      <main className={css.stage}>
        <h1 className={css.call}>{t('board.buzzNobody')}</h1>
      </main>
    );
  }
  const first = order.filter(({ place }) => place === called.place);
  const ours = ({ classroomId }: Entrant) => classroomId === room.classroomId;
  /** [NM1] Another room's child is a classroom and a number here, this room's own a name or a number. */
  const say = ({ entrant }: Place) => {
    if (ours(entrant) && entrant.kind === 'zone') return t('board.zone', { zone: entrant.zone });
    if (!ours(entrant) || entrant.kind !== 'seat') return entrantLabel(t, { view, names }, entrant);
    return names[entrant.seatId] ?? t('common.seatNumber', { number: entrant.number });
  };
  const shown = first.map(say);
  const ownTeams = first.flatMap(({ team }) => (team === null ? [] : t('board.team', { zone: team + 1 })));
  const roomName = first.length === 1 && ours(called.entrant) ? room.name : '';
  const others = order.filter((line) => ours(line.entrant) && !first.includes(line));
  const given = round.verdicts.some(({ place, given }) => place === called.place && given);
  const title = first.length > 1 ? 'board.buzzTied' : round.current === 1 ? 'board.buzzWinner' : 'board.buzzCalled';
  return (
    <main className={classNames(css.stage, css.won)}>
      <div className={css.middle}>
        {(ownTeams.length > 0 || roomName) && (
          <p className={css.line}>{ownTeams.length > 0 ? ownTeams.join(t('common.listComma')) : roomName}</p>
        )}
        <h1 className={classNames(css.winner, first.length > 1 && css.several)}>
          {shown.map((name, index) => (
            <span key={first[index]?.rank} className={classNames(css.name, name.length > LONG_NAME && css.long)}>
              {name}
            </span>
          ))}
        </h1>
        <p className={css.call}>
          {t(title)} {given && <span className={css.point}>{t('board.buzzPoint')}</span>}
        </p>
        {others.length > 0 && (
          <p className={css.line}>
            {others
              .map((line) => t('board.ownPlace', { name: say(line), place: line.place }))
              .join(t('common.listComma'))}
          </p>
        )}
      </div>
      <p className={css.fairness}>{fairnessWords(t, view)}</p>
    </main>
  );
}
