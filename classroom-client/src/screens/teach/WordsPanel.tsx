import type { ClassroomId } from '@tongke/shared-types';
import { useState } from 'react';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { waited } from '../shared/clock-words.ts';
import { SeenButton } from '../shared/SeenButton.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { wordText } from '../shared/word-text.ts';
import type { TeachProps } from './teach-props.ts';
import css from './WordsPanel.module.css';
import { roomsOf, wordLines } from './word-lines.ts';

/** As many classrooms of a line are named. */
const NAMED = 4;

interface Props extends Pick<TeachProps, 'view' | 'names' | 'now'> {
  readonly send: Send;
  readonly onRoom: (classroomId: ClassroomId) => void;
}

/**
 * [TW4] What assistants say without a sound, until it is acknowledged: the newest line, with the rest counted and shown on a tap; nothing
 * when nothing waits. A tap on a line opens its classroom.
 */
export function WordsPanel({ view, names, now, send, onRoom }: Props) {
  const t = useT();
  const [all, setAll] = useState(false);
  const lines = wordLines(view);
  const rests = useTapGate(lines.map(({ words }) => words.map(({ wordId }) => wordId).join()).join(' '));
  return (
    <ul className={css.list} aria-label={t('teach.roomsSay')}>
      {(all ? lines : lines.slice(0, 1)).map((line, index) => {
        const { key, words } = line;
        const [newest] = words;
        const rooms = roomsOf(line).map((id) => view.classrooms[id]?.name ?? '');
        const named = rooms.slice(0, NAMED).join(t('common.listComma'));
        return (
          <li key={key} className={css.line}>
            <button type="button" className={css.open} onClick={() => !rests && onRoom(newest.classroomId)}>
              <span className={css.said}>{wordText(t, names, newest)}</span>
              <span className={css.who}>
                {waited(now - newest.at)} ·{' '}
                {rooms.length > 1 ? t('teach.wordRooms', { count: rooms.length, names: named }) : named}
              </span>
            </button>
            {index === 0 && lines.length > 1 && (
              <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? t('teach.wordsFewer') : t('teach.wordsMore', { count: lines.length - 1 })}
              </Button>
            )}
            <SeenButton size="small" words={words} send={send} held={rests} />
          </li>
        );
      })}
    </ul>
  );
}
