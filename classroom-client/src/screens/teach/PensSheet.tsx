import { type Command, holdsPen, type LessonState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Switch } from '../../ui/Switch.tsx';

interface Props {
  readonly view: LessonState;
  readonly act: (command: Command) => void;
  readonly onClose: () => void;
}

/** [IK6] [IK7] Which classrooms may draw on what the boards show, and whether two of them do so side by side. */
export function PensSheet({ view, act, onClose }: Props) {
  const t = useT();
  const { sides } = view.ink;
  const pens = view.ink.pens.filter((classroomId) => holdsPen(view, classroomId));
  const rooms = Object.values(view.classrooms).filter(
    ({ classroomId, board, left }) => !left && (board.online || pens.includes(classroomId)),
  );
  const give = (classroomId: string, on: boolean) => {
    const classroomIds = on ? [...pens, classroomId] : pens.filter((id) => id !== classroomId);
    act({ type: 'pens.set', classroomIds, sides: sides && classroomIds.length === 2 });
  };
  return (
    <Sheet title={t('ink.penTitle')} place="side" onClose={onClose}>
      <p className="muted">{t(rooms.length === 0 ? 'ink.penNobody' : 'ink.penHint')}</p>
      {rooms.map(({ classroomId, name }) => (
        <Switch
          key={classroomId}
          label={name}
          on={pens.includes(classroomId)}
          onChange={(on) => give(classroomId, on)}
        />
      ))}
      {rooms.length > 1 && (
        <>
          <hr />
          <Switch
            label={t('ink.sides')}
            on={sides}
            disabled={pens.length !== 2}
            onChange={(on) => act({ type: 'pens.set', classroomIds: [...pens], sides: on })}
          />
        </>
      )}
    </Sheet>
  );
}
