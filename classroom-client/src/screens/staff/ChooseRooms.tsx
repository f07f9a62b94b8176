import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Tile } from '../../ui/Tile.tsx';
import css from './ChooseRooms.module.css';

/** The classrooms that join a lesson, and the class that sits before its lead teacher. */
export interface ChosenRooms {
  readonly joins: readonly string[];
  readonly own: string | null;
}

/** Whether a lesson with these rooms has anybody to teach. */
export function hasRooms({ joins, own }: ChosenRooms): boolean {
  return joins.length > 0 || own !== null;
}

interface Props {
  readonly value: ChosenRooms;
  readonly onChange: (value: ChosenRooms) => void;
}

/** Who joins: own and partner schools' classrooms as tiles; the own class is none of those that join. */
export function ChooseRooms({ value: { joins, own }, onChange }: Props) {
  const t = useT();
  const { answer } = useLoad(() => call('GET /api/classrooms'));
  const classrooms = answer?.ok ? answer.classrooms : [];
  const without = (id: string | null) => joins.filter((one) => one !== id);
  const toggle = (id: string) => onChange({ own, joins: joins.includes(id) ? without(id) : [...joins, id] });
  return (
    <>
      <section>
        <h3>{t('rooms.joins')}</h3>
        {answer && !answer.ok && <Notice tone="danger">{problemWords(t, answer.reason)}</Notice>}
        {answer?.ok && classrooms.length === 0 && <p className="muted">{t('rooms.none')}</p>}
        <div className={css.tiles}>
          {classrooms.map(({ classroomId, name, schoolName }) => (
            <Tile
              key={classroomId}
              title={name}
              note={schoolName}
              chosen={joins.includes(classroomId)}
              disabled={classroomId === own}
              onClick={() => toggle(classroomId)}
            />
          ))}
        </div>
      </section>
      <section>
        <h3>{t('rooms.own')}</h3>
        <div className={css.tiles}>
          <Tile title={t('rooms.noOwn')} chosen={own === null} onClick={() => onChange({ joins, own: null })} />
          {classrooms
            .filter((classroom) => classroom.own)
            .map(({ classroomId, name }) => (
              <Tile
                key={classroomId}
                title={name}
                chosen={own === classroomId}
                onClick={() => onChange({ own: classroomId, joins: without(classroomId) })}
              />
            ))}
        </div>
      </section>
    </>
  );
}
