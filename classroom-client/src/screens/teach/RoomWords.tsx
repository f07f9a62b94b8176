import { type Classroom, type Command, LEAD_WORDS } from '@tongke/shared-types';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { SayWords } from '../shared/SayWords.tsx';
import { SeenButton } from '../shared/SeenButton.tsx';
import { wordText } from '../shared/word-text.ts';
import { waitingWordsOf, wordsOf } from '../shared/words-of.ts';
import css from './RoomWords.module.css';
import type { TeachProps } from './teach-props.ts';

interface Props extends Pick<TeachProps, 'view' | 'names'> {
  readonly room: Classroom;
  readonly send: Send;
  /** Sends a command, and puts a refusal into words on the screen. */
  readonly act: (command: Command) => Promise<boolean>;
  /** Gives the turn to the pupil whom the assistant names; null where it cannot be given. */
  readonly onGive: ((seatId: string) => void) | null;
}

/** [TW1] The lead teacher and the assistant of one classroom, without a sound: what the assistant says, and what to say. */
export function RoomWords({ view, names, room, send, act, onGive }: Props) {
  const t = useT();
  const { classroomId } = room;
  if (room.own || room.left) return null;
  return (
    <section className={css.words} aria-label={t('teach.tellAssistant')}>
      {waitingWordsOf(view, classroomId, 'room').map((word) => {
        const { wordId, seatId } = word;
        return (
          <div key={wordId} className={css.line}>
            <b className={css.said}>{wordText(t, names, word)}</b>
            {seatId !== null && onGive && <Button onClick={() => onGive(seatId)}>{t('teach.floor')}</Button>}
            <SeenButton words={[word]} send={send} />
          </div>
        );
      })}
      <h3>{t('teach.tellAssistant')}</h3>
      <SayWords
        words={LEAD_WORDS}
        said={wordsOf(view, classroomId, 'lead')}
        label={(word) => t(`assistant.say-${word}`)}
        onSay={(word) => act({ type: 'word.say-to', classroomId, word })}
      />
    </section>
  );
}
