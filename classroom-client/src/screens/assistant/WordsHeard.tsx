import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { classNames } from '../../ui/class-names.ts';
import { SeenButton } from '../shared/SeenButton.tsx';
import { useTapGate } from '../shared/use-tap-gate.ts';
import { wordText } from '../shared/word-text.ts';
import { waitingWordsOf } from '../shared/words-of.ts';
import panel from './AssistantPanel.module.css';
import type { RoomProps } from './room-props.ts';
import css from './Words.module.css';

/** [TW4] What the lead teacher says to the assistant, the newest first, until each is acknowledged; nothing when nothing waits. */
export function WordsHeard({ view, room, names, send }: Omit<RoomProps, 'act'> & { readonly send: Send }) {
  const t = useT();
  const heard = waitingWordsOf(view, room.classroomId, 'lead');
  const rests = useTapGate(heard.map(({ wordId }) => wordId).join(' '));
  if (heard.length === 0) return null;
  return (
    <section className={classNames(panel.card, css.heard)} aria-label={t('assistant.heard')} aria-live="polite">
      <p className={css.label}>{t('assistant.heard')}</p>
      {heard.map((word) => (
        // Another word is another line: a tap that began on this one does not acknowledge that one.
        <div key={word.wordId} className={css.line}>
          <b className={css.said}>{wordText(t, names, word)}</b>
          <SeenButton words={[word]} send={send} held={rests} />
        </div>
      ))}
    </section>
  );
}
