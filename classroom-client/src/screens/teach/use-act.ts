import type { Command, Refusal } from '@tongke/shared-types';
import { useCallback, useState } from 'react';
import type { Send } from '../../connection/send.ts';

interface Acting {
  /** Some command is on its way. */
  readonly busy: boolean;
  /** Why the last command was refused. */
  readonly problem: Refusal | null;
  /** True when it was accepted. */
  readonly act: (command: Command) => Promise<boolean>;
  readonly forget: () => void;
}

/** Sends what a screen's buttons ask for and keeps the last refusal until the next try. */
export function useAct(send: Send): Acting {
  const [under, setUnder] = useState(0);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const act = useCallback(
    async (command: Command) => {
      setProblem(null);
      setUnder((count) => count + 1);
      const reply = await send(command);
      setUnder((count) => count - 1);
      if (!reply.ok) setProblem(reply.reason);
      return reply.ok;
    },
    [send],
  );
  return { busy: under > 0, problem, act, forget: () => setProblem(null) };
}
