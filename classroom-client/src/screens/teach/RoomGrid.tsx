import type { ClassroomId } from '@tongke/shared-types';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { useSize } from '../shared/use-size.ts';
import { gridShape, ROOMY } from './grid-shape.ts';
import css from './RoomGrid.module.css';
import { RoomTile } from './RoomTile.tsx';
import type { TeachProps } from './teach-props.ts';
import type { TeachSession } from './teach-session.ts';

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  readonly session: Pick<TeachSession, 'media' | 'pins' | 'togglePin'>;
  readonly onOpen: (classroomId: ClassroomId) => void;
  /** Back to a question's results; null while there are none. */
  readonly onResults: (() => void) | null;
}

/** All classrooms, each in its place for the whole lesson; more than fit scroll inside the panel. */
export function RoomGrid({ view, names, now, session, onOpen, onResults }: Props) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const pinned = useStore(session.pins);
  const rooms = Object.values(view.classrooms);
  const remote = rooms.filter(({ own }) => !own);
  const here = remote.filter(({ board, left }) => board.online && !left).length;
  const { columns, width, picture } = gridShape(rooms.length, useSize(place));
  return (
    <section className={css.panel} aria-label={t('teach.classrooms')}>
      <header className={css.head}>
        <h2>{t('teach.classrooms')}</h2>
        <span className="muted">{t('teach.onlineRooms', { here, all: remote.length })}</span>
        {onResults && (
          <Button size="small" onClick={onResults}>
            {t('teach.results')}
          </Button>
        )}
      </header>
      <div ref={place} className={css.scroll}>
        <div
          className={css.grid}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, ${Math.max(0, width)}px))` }}
        >
          {rooms.map((room) => (
            <RoomTile
              key={room.classroomId}
              view={view}
              names={names}
              room={room}
              now={now}
              media={session.media}
              close={(picture ?? width) < ROOMY}
              picture={picture}
              pinned={pinned.includes(room.classroomId)}
              onPin={() => session.togglePin(room.classroomId)}
              onOpen={() => onOpen(room.classroomId)}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
