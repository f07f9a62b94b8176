import type { DeckItem, Refusal } from '@tongke/shared-types';
import { DECK_LIMITS } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { bytesOf, uploadDeck } from './upload-deck.ts';

export interface Uploading {
  /** From 0 to 1; null while nothing is being sent. */
  readonly share: number | null;
  readonly problem: Refusal | 'offline' | null;
  /** Sends files as a new deck, or what is missing of one that was begun. */
  readonly send: (files: readonly File[], begun?: DeckItem) => Promise<void>;
  readonly stop: () => void;
}

/** [DK1] One upload at a time; it ends with the page that shows it, and can be gone on with. */
export function useUpload(onDone: () => Promise<void>): Uploading {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send = async (files: readonly File[], begun?: DeckItem) => {
    if (running.current) return;
    setProblem(null);
    if (bytesOf(files) > DECK_LIMITS.bytes) return setProblem('too-large');
    const stop = new AbortController();
    running.current = stop;
    setShare(0);
    const deck = begun ?? (await begin(files));
    const done = 'ok' in deck ? deck : await uploadDeck(deck, { files, onProgress: setShare, signal: stop.signal });
    running.current = null;
    setShare(null);
    if (!done.ok && done.reason !== 'stopped') setProblem(done.reason);
    await onDone();
  };
  return { share, problem, send, stop: () => running.current?.abort() };
}

async function begin(files: readonly File[]) {
  const title = (files[0]?.name ?? '').replace(/\.[^.]{1,5}$/, '').replace(/[\p{Cc}\p{Cs}]/gu, '');
  const body = {
    title: [...title].slice(0, DECK_LIMITS.title).join('').trim() || '-',
    files: files.map(({ size }) => size),
  };
  const answer = await call('POST /api/decks', { body });
  return answer.ok ? answer.deck : answer;
}
