import { groupsOf, type QuestionRound } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { GroupSheet } from './GroupSheet.tsx';
import { questionResults } from './question-results.ts';
import { ResultBars } from './ResultBars.tsx';
import { ResultGroups } from './ResultGroups.tsx';
import { ResultRoom, sumWords } from './ResultRoom.tsx';
import css from './Results.module.css';
import { RoomAnswersSheet } from './RoomAnswersSheet.tsx';
import { resultBars } from './result-bars.ts';
import type { TeachProps } from './teach-props.ts';

/** Photos are fetched for so many classrooms, and so many of each; the others by a tap. */
const PHOTO_ROOMS = 12;
const PHOTOS = 3;

type Open = { readonly kind: 'room' | 'group'; readonly id: string };

interface Props extends Pick<TeachProps, 'view' | 'names' | 'act'> {
  readonly round: QuestionRound;
  /** Back to the classrooms' pictures. */
  readonly onPictures: () => void;
}

/** A closed question: all classrooms together, then each beside the others, the one that stands out first. */
export function ResultsPanel({ view, names, round, act, onPictures }: Props) {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(null);
  const { task } = round;
  const { all, rooms } = questionResults(view, round);
  const { groups, others } = groupsOf(round);
  const everyGroup = groupsOf(round, Number.POSITIVE_INFINITY).groups;
  const bars = resultBars(t, task, all);
  const grouped = task.kind === 'number' || task.kind === 'text';
  const near = open?.kind === 'room' ? view.classrooms[open.id] : undefined;
  const group = open?.kind === 'group' ? everyGroup.find(({ key }) => key === open.id) : undefined;
  const close = () => setOpen(null);
  return (
    <section className={css.panel} aria-label={t('teach.results')}>
      <header className={css.top}>
        <h2>{t('teach.results')}</h2>
        <p className={css.total}>
          {t('teach.allRooms')} <b>{sumWords(t, all)}</b>
        </p>
        <Button size="small" onClick={onPictures}>
          {t('teach.pictures')}
        </Button>
      </header>
      <div className={css.scroll}>
        {bars.length > 0 && <ResultBars bars={bars} answered={all.answered} />}
        {grouped && <ResultGroups {...{ task, groups, others }} onOpen={(id) => setOpen({ kind: 'group', id })} />}
        {rooms.length > 2 && task.kind !== 'photo' && <p className={css.sorted}>{t('teach.farthestFirst')}</p>}
        <div className={classNames(css.rooms, task.kind === 'photo' && css.wide)}>
          {rooms.map((room, at) => (
            <ResultRoom
              key={room.classroomId}
              {...{ round, room }}
              groups={grouped ? everyGroup : []}
              photos={at < PHOTO_ROOMS ? PHOTOS : 0}
              onOpen={() => setOpen({ kind: 'room', id: room.classroomId })}
            />
          ))}
        </div>
      </div>
      {near && <RoomAnswersSheet {...{ round, names, act }} room={near} onClose={close} />}
      {group && <GroupSheet {...{ view, names, round, group, act }} onClose={close} />}
    </section>
  );
}
