import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { useLoad } from '../api/use-load.ts';

/** While something is being made into pages. */
const WATCH_MS = 1_500;
/** Whoever types a word is not asked for each letter. */
const TYPING_MS = 250;

/** The own decks, found by words, and how far those are that are being made. */
export function useDecks() {
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);
  const load = () => call('GET /api/decks', text === '' ? {} : { body: { text } });
  const { answer, reload } = useLoad(load, pending ? WATCH_MS : undefined);
  const waits =
    answer?.ok === true && answer.decks.some(({ status }) => status === 'waiting' || status === 'converting');
  useEffect(() => setPending(waits), [waits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word has another answer.
  useEffect(() => {
    const timer = setTimeout(reload, TYPING_MS);
    return () => clearTimeout(timer);
  }, [reload, text]);
  return { text, setText, answer, reload };
}
