import type { TeachersWord } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Tile } from '../../ui/Tile.tsx';
import css from './SayWords.module.css';

interface Props<W extends TeachersWord['word']> {
  readonly words: readonly W[];
  /** Of this side, as they stand. */
  readonly said: readonly TeachersWord[];
  readonly label: (word: W, said: TeachersWord | undefined) => string;
  /** Resolves once it is answered. */
  readonly onSay: (word: W) => Promise<unknown>;
}

/** [TW1] [TW4] Words to be said with one tap, each with what became of it: on its way, sent, seen or missed. */
export function SayWords<W extends TeachersWord['word']>({ words, said, label, onSay }: Props<W>) {
  const t = useT();
  const [sending, setSending] = useState<readonly W[]>([]);
  const say = async (word: W) => {
    if (sending.includes(word)) return;
    setSending((before) => [...before, word]);
    await onSay(word);
    setSending((before) => before.filter((one) => one !== word));
  };
  const note = (word: W, one: TeachersWord | undefined) => {
    if (sending.includes(word)) return t('common.sending');
    return one && t(`assistant.word-${one.state}`);
  };
  return (
    <div className={css.words}>
      {words.map((word) => {
        const one = said.find((other) => other.word === word);
        return (
          <Tile
            key={word}
            title={label(word, one)}
            note={note(word, one)}
            chosen={one !== undefined}
            onClick={() => say(word)}
          />
        );
      })}
    </div>
  );
}
