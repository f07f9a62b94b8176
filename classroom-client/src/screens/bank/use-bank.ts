import type { QuestionQuery } from '@tongke/shared-types';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';

/** Whoever types a word is not asked for each letter. */
const TYPING_MS = 250;

/** One page of the own bank, and what it is narrowed down by. */
export function useBank() {
  const [query, setQuery] = useState<QuestionQuery>({});
  const { answer, reload } = useLoad(() => call('GET /api/questions', { body: query }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query has another answer.
  useEffect(() => {
    const timer = setTimeout(reload, TYPING_MS);
    return () => clearTimeout(timer);
  }, [reload, query]);
  return { query, setQuery, answer, reload };
}
