import { type Measures, type Refusal, verdictOf } from '@tongke/shared-types';
import { useEffect, useRef, useState } from 'react';
import { problemWords } from '../../api/problem-words.ts';
import type { Send } from '../../connection/send.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Working } from '../../ui/Working.tsx';
import { SelfTestResult } from './SelfTestResult.tsx';

export interface SelfTestProps {
  /** Measures for some ten seconds; never rejects. */
  readonly run: () => Promise<Measures>;
  readonly send: Send;
}

/** [ST5] Tests at once and tells the lesson; shows what was found, the worst first, and tests again. */
export function SelfTestSheet({ run, send, onClose }: SelfTestProps & { readonly onClose: () => void }) {
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
