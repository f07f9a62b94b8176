import { useState } from 'react';
import { call } from '../../api/call.ts';
import { problemWords } from '../../api/problem-words.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { Working } from '../../ui/Working.tsx';
import { SignedOut } from '../staff/SignedOut.tsx';
import css from './Pair.module.css';

/** Gives a board to a classroom: the six digits that it shows, the classroom, one button. */
export function Pair() {
  const t = useT();
  const { answer } = useLoad(() => call('GET /api/classrooms'));
  const [pin, setPin] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [paired, setPaired] = useState<string | null>(null);
  const { busy, problem, run } = useTask();
  if (!answer) return <Working sentence={t('staff.loading')} longer={t('common.connectingLong')} />;
  if (!answer.ok) return <SignedOut reason={answer.reason} />;
  const own = answer.classrooms.filter((classroom) => classroom.own);
  const rooms = own.length > 0 ? own : answer.classrooms;
  const classroomId = chosen ?? (rooms.length === 1 ? (rooms[0]?.classroomId ?? null) : null);
  const pair = async () => {
    if (classroomId === null) return;
    const done = await run(() => call('POST /api/boards/pair', { body: { pin, classroomId } }));
    if (done?.ok) setPaired(done.board.classroomName);
  };
  if (paired !== null) {
    const again = () => {
      setPin('');
      setPaired(null);
    };
    return (
      <main className={css.page}>
        <header className={css.head}>
          <h1>{t('staff.paired', { classroom: paired })}</h1>
          <LanguageSwitch />
        </header>
        <p className={css.line}>{t('staff.pairedLine')}</p>
        <Button onClick={again}>{t('staff.pairAnother')}</Button>
      </main>
    );
  }
  return (
    <main className={css.page}>
      <header className={css.head}>
        <h1>{t('staff.pairTitle')}</h1>
        <LanguageSwitch />
      </header>
      <Field
        label={t('staff.pinLabel')}
        hint={t('staff.pinHint')}
        className={css.pin}
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onValue={(value) => setPin(value.replace(/\D/g, '').slice(0, 6))}
      />
      <section>
        <h2>{t('staff.whichClassroom')}</h2>
        {rooms.length === 0 && <p className="muted">{t('staff.noClassrooms')}</p>}
        <div className={css.rooms}>
          {rooms.map((room) => (
            <Tile
              key={room.classroomId}
              title={room.name}
              note={room.own ? null : room.schoolName}
              chosen={room.classroomId === classroomId}
              onClick={() => setChosen(room.classroomId)}
            />
          ))}
        </div>
      </section>
      {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
      <Button
        look="next"
        size="large"
        wide
        disabled={pin.length !== 6 || classroomId === null || busy}
        onClick={() => void pair()}
      >
        {t('staff.pairButton')}
      </Button>
    </main>
  );
}
