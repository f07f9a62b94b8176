import { ROOM_WORDS } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { SayWords } from '../shared/SayWords.tsx';
import { wordText } from '../shared/word-text.ts';
import { wordsOf } from '../shared/words-of.ts';
import panel from './AssistantPanel.module.css';
import { CallOn } from './CallOn.tsx';
import type { RoomProps } from './room-props.ts';

/** [TW1] What the assistant can tell the lead teacher without a sound; 请叫… asks which pupil. */
export function WordsCard({ view, room, names, act }: RoomProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <section className={panel.card} aria-label={t('assistant.words')}>
      <div>
        <h2>{t('assistant.words')}</h2>
        <p className="muted">{t('assistant.wordsHint')}</p>
      </div>
      <SayWords
        words={ROOM_WORDS}
        said={wordsOf(view, room.classroomId, 'room')}
        label={(word, said) => {
          if (word !== 'call-on') return t(`assistant.say-${word}`);
          return said ? wordText(t, names, said) : t('assistant.callOnWhom');
        }}
        onSay={async (word) => (word === 'call-on' ? setAsking(!asking) : act({ type: 'word.say', word }))}
      />
      {asking && <CallOn {...{ room, names, act }} onDone={() => setAsking(false)} />}
    </section>
  );
}
