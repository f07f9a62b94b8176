import { type Classroom, type Measures, type Refusal, verdictOf } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Working } from '../../ui/Working.tsx';
import { presenceOf } from '../assistant/room-of.ts';
import css from './SelfTest.module.css';
import { SelfTestResult } from './SelfTestResult.tsx';

export interface SelfTestProps {
  /** Measures for some ten seconds; never rejects. */
  readonly run: () => Promise<Measures>;
  readonly send: Send;
  /** The rooms whose tablets count. */
  readonly rooms: readonly Pick<Classroom, 'seats'>[];
}

/** [ST5] Tests at once and tells the lesson; shows what was found, the worst first, and tests again. */
export function SelfTestSheet({ run, send, rooms, onClose }: SelfTestProps & { readonly onClose: () => void }) {
  const t = useT();
  const [measured, setMeasured] = useState<Measures | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const here = useRef(true);
  const test = async () => {
    setMeasured(null);
    setProblem(null);
    const measures = await run();
    if (!here.current) return;
    setMeasured(measures);
    const reply = await send({ type: 'self-test.report', measures });
    if (here.current && !reply.ok) setProblem(reply.reason);
  };
  const begin = useRef(test);
  useEffect(() => {
    here.current = true;
    void begin.current();
    return () => {
      here.current = false;
    };
  }, []);
  return (
    <Sheet title={t('selfTest.open')} onClose={onClose}>
      {measured ? (
        <>
          <SelfTestResult findings={verdictOf(measured)} measured={measured} />
          <p className={css.tablets}>
            {t('selfTest.tablets')}
            <span className={css.figure}>{onlineOf(rooms)}</span>
          </p>
          {problem && <Notice tone="danger">{problemWords(t, problem)}</Notice>}
          <Button size="large" wide onClick={() => void test()}>
            {t('selfTest.again')}
          </Button>
        </>
      ) : (
        <Working sentence={t('selfTest.running')} />
      )}
    </Sheet>
  );
}

function onlineOf(rooms: SelfTestProps['rooms']): string {
  const all = rooms.map(presenceOf);
  const sum = (of: 'here' | 'all') => all.reduce((total, presence) => total + presence[of], 0);
  return `${sum('here')}/${sum('all')}`;
}
