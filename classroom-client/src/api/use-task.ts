import type { Refusal } from '@tongke/shared-types';
import { useRef, useState } from 'react';

interface Failed {
  readonly ok: false;
  readonly reason: Refusal | 'offline';
}

/** One thing at a time that a person has asked for: it runs, or says why it did not. */
export interface Task {
  readonly busy: boolean;
  readonly problem: Refusal | 'offline' | null;
  /** Ignored while the last one runs; answers null then. */
  readonly run: <T extends { readonly ok: true } | Failed>(work: () => Promise<T>) => Promise<T | null>;
  readonly forget: () => void;
}

/** Runs what a button asks for, remembers the last problem and clears it on the next try. */
export function useTask(): Task {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | 'offline' | null>(null);
  return {
    busy,
    problem,
    forget: () => setProblem(null),
    run: async (work) => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setProblem(null);
      const answer = await work();
      running.current = false;
      setBusy(false);
      if (!answer.ok) setProblem(answer.reason);
      return answer;
    },
  };
}
