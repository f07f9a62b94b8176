import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { ChooseRooms, type ChosenRooms, hasRooms } from '../staff/ChooseRooms.tsx';
import css from './LessonPicker.module.css';

interface Props {
  readonly onMade: (lessonId: string) => void;
  readonly onClose: () => void;
}

/** A lesson that begins now: a title, who joins, and which class sits in this room. */
export function QuickLesson({ onMade, onClose }: Props) {
  const t = useT();
  const [title, setTitle] = useState('');
  const [rooms, setRooms] = useState<ChosenRooms>({ joins: [], own: null });
  const { busy, problem, run } = useTask();
  const ready = title.trim() !== '' && hasRooms(rooms);

  const make = async () => {
    const { joins, own } = rooms;
    const body = { title: title.trim(), plannedAt: Date.now(), classroomIds: [...joins], ownClassroomId: own };
    const made = await run(() => call('POST /api/lessons', { body }));
    if (made?.ok) onMade(made.lesson.lessonId);
  };
  return (
    <Sheet title={t('teach.newLesson')} onClose={onClose}>
      <div className={css.form}>
        <Field
          label={t('teach.lessonTitle')}
          hint={t('teach.lessonTitleHint')}
          value={title}
          maxLength={80}
          onValue={setTitle}
        />
        <ChooseRooms value={rooms} onChange={setRooms} />
        {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
        <Button look="next" size="large" wide disabled={!ready || busy} onClick={make}>
          {t('teach.createAndEnter')}
        </Button>
      </div>
    </Sheet>
  );
}
